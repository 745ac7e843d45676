using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Threads;

/// <summary>Two branches, wide enough that its layers are shared out among threads.</summary>
internal sealed class DualBranch : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Linear rows = nn.Linear(12, 80);
    private readonly BatchNorm1d rowNorm = nn.BatchNorm1d(80);
    private readonly LSTM lstm1 = nn.LSTM(9, 80);
    private readonly LSTM lstm2 = nn.LSTM(80, 80);
    private readonly MultiheadAttention attention = nn.MultiheadAttention(80, 5);
    private readonly LayerNorm norm = nn.LayerNorm(80);
    private readonly Dropout dropout = nn.Dropout(0.2);
    private readonly Linear head = nn.Linear(160, 3);

    public DualBranch()
        : base(nameof(DualBranch))
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor input1, Tensor input2)
    {
        var s = rowNorm.call(rows.call(input1)).relu();
        var h = lstm1.call(input2.transpose(0, 1)).Item1;
        h = h + dropout.call(lstm2.call(h).Item1);
        h = norm.call(h + attention.call(h, h, h, need_weights: false).Item1);
        return head.call(cat([s, h[-1]], 1));
    }
}
