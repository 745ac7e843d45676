using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Engine;

/// <summary>R2: the product's enhanced preset in shape: 30 static features, 30 steps of 10 channels, two heads.</summary>
internal sealed class EnhancedNetwork : nn.Module<Tensor, Tensor, (Tensor Condition, Tensor Hazard)>
{
    private readonly Linear static1 = nn.Linear(30, 128);
    private readonly BatchNorm1d norm1 = nn.BatchNorm1d(128);
    private readonly Linear static2 = nn.Linear(128, 128);
    private readonly BatchNorm1d norm2 = nn.BatchNorm1d(128);
    private readonly Linear static3 = nn.Linear(128, 64);
    private readonly LSTM lstm1 = nn.LSTM(10, 128);
    private readonly LSTM lstm2 = nn.LSTM(128, 128);
    private readonly MultiheadAttention attention = nn.MultiheadAttention(128, 8);
    private readonly LayerNorm norm3 = nn.LayerNorm(128);
    private readonly LSTM lstm3 = nn.LSTM(128, 64);
    private readonly MultiheadAttention cross = nn.MultiheadAttention(64, 4);
    private readonly Linear bridge = nn.Linear(128, 64);
    private readonly Linear fusion1 = nn.Linear(192, 128);
    private readonly Linear fusion2 = nn.Linear(128, 64);
    private readonly BatchNorm1d norm4 = nn.BatchNorm1d(64);
    private readonly Dropout dropout = nn.Dropout(0.3);
    private readonly Dropout light = nn.Dropout(0.15);
    private readonly Linear condition = nn.Linear(64, 3);
    private readonly Linear hazard = nn.Linear(64, 5);

    public EnhancedNetwork()
        : base(nameof(EnhancedNetwork))
    {
        RegisterComponents();
    }

    public override (Tensor Condition, Tensor Hazard) forward(Tensor rows, Tensor readings)
    {
        var s = dropout.call(norm1.call(static1.call(rows)).relu());
        s = s + dropout.call(norm2.call(static2.call(s)).relu());
        s = light.call(static3.call(s));
        var h1 = light.call(lstm1.call(readings.transpose(0, 1)).Item1);
        var h = h1 + light.call(lstm2.call(h1).Item1);
        h = norm3.call(h + attention.call(h, h, h, need_weights: false).Item1);
        var (_, last, _) = lstm3.call(h);
        var keys = bridge.call(h);
        var c = cross.call(s.unsqueeze(0), keys, keys, need_weights: false).Item1.squeeze(0);
        var f = fusion2.call(fusion1.call(cat([s, last.squeeze(0), c], 1)).relu());
        f = dropout.call(norm4.call(f).relu());
        return (condition.call(f), hazard.call(f));
    }
}
