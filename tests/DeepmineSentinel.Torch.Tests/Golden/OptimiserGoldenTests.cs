using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

public sealed class OptimiserGoldenTests
{
    [Fact]
    public void Adam_steps_as_PyTorchs() => Check("adam", p => optim.Adam(p, lr: 0.01));

    [Fact]
    public void Adam_with_clipped_gradients_steps_as_PyTorchs() => Check("adam_clipped", p => optim.Adam(p, lr: 0.01));

    [Fact]
    public void AdamW_steps_as_PyTorchs() => Check("adamw", p => optim.AdamW(p, lr: 0.01, weight_decay: 0.05));

    [Fact]
    public void Gradient_descent_with_momentum_steps_as_PyTorchs() =>
        Check("sgd_momentum", p => optim.SGD(p, 0.05, momentum: 0.9));

    private static void Check(string name, Func<IEnumerable<Parameter>, optim.Optimizer> make)
    {
        var golden = GoldenCase.Read(name);
        var model = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 2));
        model.load_state_dict(golden.State("state_before"));
        var optimiser = make(model.parameters());
        var clip = golden.Root.GetProperty("clip_norm");
        foreach (var step in golden.Root.GetProperty("steps").EnumerateArray())
        {
            optimiser.zero_grad();
            var loss = nn.functional.mse_loss(model.call(golden.Tensor("x")), golden.Tensor("y"));
            loss.backward();
            Assert.Equal(step.GetProperty("loss").GetDouble(), loss.item<float>(), Close.Values);
            if (clip.ValueKind == JsonValueKind.Number)
            {
                var norm = nn.utils.clip_grad_norm_(model.parameters(), clip.GetDouble());
                Assert.Equal(step.GetProperty("grad_norm").GetDouble(), norm, Close.Values);
            }

            optimiser.step();
            foreach (var (key, value) in GoldenCase.ToState(step.GetProperty("state")))
            {
                Close.To(value, model.state_dict()[key], Close.Values, $"{name} {key}");
            }
        }
    }
}
