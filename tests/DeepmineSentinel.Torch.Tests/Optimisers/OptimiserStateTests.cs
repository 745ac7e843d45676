using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Optimisers;

public sealed class OptimiserStateTests
{
    [Fact]
    public void Saved_state_continues_to_the_bit()
    {
        var (model, optimiser) = Trained(5);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimiser.save_state_dict(writer);
        var (copy, resumed) = Trained(0);
        copy.load_state_dict(model.state_dict());
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        resumed.load_state_dict(reader);
        Step(model, optimiser);
        Step(copy, resumed);
        Assert.Equal(model.weight.bytes.ToArray(), copy.weight.bytes.ToArray());
        var state = Assert.IsType<Adam.State>(resumed.state_dict().State[0]);
        Assert.Equal(6, state.step);
    }

    [Fact]
    public void A_dictionary_of_another_optimiser_is_copied()
    {
        var (model, optimiser) = Trained(3);
        var (copy, resumed) = Trained(0);
        copy.load_state_dict(model.state_dict());
        resumed.load_state_dict(optimiser.state_dict());
        Step(model, optimiser);
        Step(copy, resumed);
        Assert.Equal(model.weight.bytes.ToArray(), copy.weight.bytes.ToArray());
    }

    [Fact]
    public void Groups_have_rates_and_weight_decay_of_their_own()
    {
        var layer = nn.Linear(2, 2);
        var optimiser = optim.Adam(
            [
                new Adam.ParamGroup([layer.weight], new Adam.Options { weight_decay = 0.5 }),
                new Adam.ParamGroup([layer.bias!], new Adam.Options { LearningRate = 0 }),
            ],
            lr: 0.1
        );
        var (weight, bias) = (layer.weight.clone(), layer.bias!.clone());
        layer.call(zeros(1, 2)).sum().backward();
        foreach (var group in optimiser.ParamGroups)
        {
            Assert.Contains(group.LearningRate, (double[])[0.1, 0]);
        }

        optimiser.step();
        Assert.False(weight.eq(layer.weight).any().item<bool>());
        Assert.True(bias.eq(layer.bias!).all().item<bool>());
    }

    [Fact]
    public void A_rate_set_through_the_groups_takes_effect()
    {
        var (model, optimiser) = Trained(1);
        foreach (var group in optimiser.ParamGroups)
        {
            group.LearningRate = 0;
        }

        var before = model.weight.bytes.ToArray();
        Step(model, optimiser);
        Assert.Equal(before, model.weight.bytes.ToArray());
    }

    private static (Linear Model, Adam Optimiser) Trained(int steps)
    {
        torch.manual_seed(3);
        var model = nn.Linear(3, 2);
        var optimiser = optim.Adam(model.parameters(), lr: 0.05, weight_decay: 0.01);
        for (var i = 0; i < steps; i++)
        {
            Step(model, optimiser);
        }

        return (model, optimiser);
    }

    private static void Step(Linear model, optim.Optimizer optimiser)
    {
        optimiser.zero_grad();
        model.call(arange(12, dtype: float32).view(4, 3)).square().mean().backward();
        optimiser.step();
    }
}
