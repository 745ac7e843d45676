using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Engine;

/// <summary>R1: static 12 to 64 to 32, LSTM 8 to 64 over 24 steps to 32, joined to 64 to 4 logits.</summary>
internal sealed class SmallNetwork : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Linear static1 = nn.Linear(12, 64);
    private readonly Linear static2 = nn.Linear(64, 32);
    private readonly LSTM lstm = nn.LSTM(8, 64, batchFirst: true);
    private readonly Linear series = nn.Linear(64, 32);
    private readonly Linear fusion = nn.Linear(64, 64);
    private readonly Dropout dropout = nn.Dropout(0.3);
    private readonly Linear head = nn.Linear(64, 4);

    public SmallNetwork()
        : base(nameof(SmallNetwork))
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor rows, Tensor readings)
    {
        var s = static2.call(static1.call(rows).relu()).relu();
        var (states, _, _) = lstm.call(readings);
        var t = series.call(states.select(1, -1)).relu();
        return head.call(dropout.call(fusion.call(cat([s, t], 1)).relu()));
    }
}
