using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Engine;

/// <summary>One of the two reference networks with its data: an epoch of training, and predictions.</summary>
internal sealed record EngineWork(string Name, nn.Module Network, Action Epoch, Func<int, Tensor> Predict)
{
    public static EngineWork Of(string name) => name == "R1" ? Small() : Enhanced();

    private static EngineWork Small()
    {
        var network = new SmallNetwork();
        var optimiser = optim.Adam(network.parameters());
        var (rows, readings, label) = (randn(2000, 12), randn([2000, 24, 8]), (rand([2000]) * 4).to_type(int64));
        void Epoch()
        {
            for (var start = 0; start < 2000; start += 32)
            {
                using var scope = NewDisposeScope();
                var n = Math.Min(32, 2000 - start);
                optimiser.zero_grad();
                var logits = network.call(rows.narrow(0, start, n), readings.narrow(0, start, n));
                nn.functional.cross_entropy(logits, label.narrow(0, start, n)).backward();
                optimiser.step();
            }
        }

        return new("R1", network, Epoch, n => network.call(rows.narrow(0, 0, n), readings.narrow(0, 0, n)));
    }

    private static EngineWork Enhanced()
    {
        var network = new EnhancedNetwork();
        var optimiser = optim.Adam(network.parameters());
        var (rows, readings) = (randn(2944, 30), randn([2944, 30, 10]));
        var (label, failed) = ((rand([2944]) * 3).to_type(int64), rand([2944, 5]).round());
        void Epoch()
        {
            for (var start = 0; start < 2944; start += 32)
            {
                using var scope = NewDisposeScope();
                optimiser.zero_grad();
                var (condition, hazard) = network.call(rows.narrow(0, start, 32), readings.narrow(0, start, 32));
                var loss =
                    1.2 * nn.functional.cross_entropy(condition, label.narrow(0, start, 32))
                    + nn.functional.binary_cross_entropy_with_logits(hazard, failed.narrow(0, start, 32));
                loss.backward();
                nn.utils.clip_grad_norm_(network.parameters(), 1);
                optimiser.step();
            }
        }

        return new("R2", network, Epoch, n => network.call(rows.narrow(0, 0, n), readings.narrow(0, 0, n)).Hazard);
    }
}
