using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

public sealed class RepeatTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Training_gives_equal_bits_from_run_to_run_and_for_any_number_of_threads(int threads)
    {
        var former = torch.get_num_threads();
        var first = Train();
        torch.set_num_threads(threads);
        try
        {
            var second = Train();
            Assert.Equal(first.Keys, second.Keys);
            Assert.All(first, entry => Assert.Equal(entry.Value, second[entry.Key]));
        }
        finally
        {
            torch.set_num_threads(former);
        }
    }

    private static Dictionary<string, byte[]> Train()
    {
        var golden = GoldenCase.Read("small_dual_branch");
        var network = new SmallDualBranch();
        network.load_state_dict(golden.State("state_before"));
        var optimiser = optim.Adam(network.parameters(), lr: 1e-2);
        for (var step = 0; step < 5; step++)
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            var (current, hazard) = network.call(golden.Tensor("static"), golden.Tensor("series"));
            (current.square().mean() + hazard.sigmoid().mean()).backward();
            nn.utils.clip_grad_norm_(network.parameters(), 1.0);
            optimiser.step();
        }

        return network.state_dict().ToDictionary(e => e.Key, e => e.Value.bytes.ToArray());
    }
}
