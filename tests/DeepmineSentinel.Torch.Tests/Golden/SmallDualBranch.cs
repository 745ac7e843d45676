using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

/// <summary>The golden files' network in the shape of the product's: two branches, two attentions, two heads.</summary>
internal sealed class SmallDualBranch : nn.Module<Tensor, Tensor, (Tensor Current, Tensor Hazard)>
{
    private readonly Linear static1 = nn.Linear(6, 8);
    private readonly Linear static2 = nn.Linear(8, 8);
    private readonly LSTM lstm1 = nn.LSTM(4, 8, batchFirst: true);
    private readonly LSTM lstm2 = nn.LSTM(8, 8, batchFirst: true);
    private readonly MultiheadAttention attention = nn.MultiheadAttention(8, 2);
    private readonly LayerNorm norm = nn.LayerNorm(8);
    private readonly MultiheadAttention cross = nn.MultiheadAttention(8, 2);
    private readonly Linear fusion = nn.Linear(24, 8);
    private readonly Linear current = nn.Linear(8, 3);
    private readonly Linear hazard = nn.Linear(8, 5);

    public SmallDualBranch()
        : base(nameof(SmallDualBranch))
    {
        RegisterComponents();
    }

    public override (Tensor Current, Tensor Hazard) forward(Tensor @static, Tensor series)
    {
        var s = nn.functional.relu(static1.call(@static));
        s = s + nn.functional.relu(static2.call(s));
        var (h1, _, _) = lstm1.call(series);
        var (h2, _, _) = lstm2.call(h1);
        var h = (h1 + h2).transpose(0, 1);
        h = norm.call(h + attention.call(h, h, h, need_weights: false).Item1);
        var c = cross.call(s.unsqueeze(0), h, h, need_weights: false).Item1;
        var f = nn.functional.relu(fusion.call(cat([s, h[-1], c.squeeze(0)], 1)));
        return (current.call(f), hazard.call(f));
    }
}
