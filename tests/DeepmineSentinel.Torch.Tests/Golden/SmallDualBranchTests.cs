using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

public sealed class SmallDualBranchTests
{
    [Fact]
    public void Twenty_steps_of_training_follow_PyTorchs_losses_and_end_at_its_weights()
    {
        var golden = GoldenCase.Read("small_dual_branch");
        var network = new SmallDualBranch();
        network.load_state_dict(golden.State("state_before"));
        var label = golden.Tensor("label").to_type(ScalarType.Int64);
        var optimiser = optim.Adam(network.parameters(), lr: 1e-2);
        var first = true;
        foreach (var expected in golden.Root.GetProperty("losses").EnumerateArray())
        {
            optimiser.zero_grad();
            var (current, hazard) = network.call(golden.Tensor("static"), golden.Tensor("series"));
            var loss =
                1.2 * nn.functional.cross_entropy(current, label)
                + nn.functional.binary_cross_entropy_with_logits(hazard, golden.Tensor("failed"));
            loss.backward();
            if (first)
            {
                Close.To(golden.Tensor("first_current"), current, Close.Values);
                Close.To(golden.Tensor("first_hazard"), hazard, Close.Values);
                CheckGradients(golden, network);
                first = false;
            }

            nn.utils.clip_grad_norm_(network.parameters(), 1.0);
            optimiser.step();
            Assert.Equal(expected.GetDouble(), loss.item<float>(), 1e-4);
        }

        foreach (var (key, value) in golden.State("state_after"))
        {
            if (!key.EndsWith("in_proj_bias", StringComparison.Ordinal))
            {
                Close.To(value, network.state_dict()[key], 1e-3, key);
            }
        }
    }

    private static void CheckGradients(GoldenCase golden, SmallDualBranch network)
    {
        var parameters = network.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        foreach (var (key, gradient) in golden.State("first_grads"))
        {
            Close.To(gradient, parameters[key].Gradient!, Close.Gradients, key);
        }
    }
}
