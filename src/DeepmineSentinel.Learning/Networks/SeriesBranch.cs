using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>
/// Reads the window of readings, asked by the static branch. B samples, T steps, D numbers a step, Q width of the static
/// branch. A row without readings gets a learnt vector in place of everything that its series would give, so that no
/// gradient flows into that series.
/// </summary>
internal abstract class SeriesBranch(string name) : nn.Module<NetworkBatch, Tensor, Tensor>(name);

/// <summary>Preset compact: LSTM D -> 64, its last state -> 32.</summary>
internal sealed class CompactSeriesBranch : SeriesBranch
{
    public const int Width = 32;
    private const int Hidden = 64;
    private readonly LayerWatch watch;
    private readonly LSTM recurrent;
    private readonly Linear last;
    private readonly Parameter absent;

    public CompactSeriesBranch(int stepWidth, LayerWatch watch)
        : base("series_branch")
    {
        this.watch = watch;
        recurrent = nn.LSTM(stepWidth, Hidden, batchFirst: true);
        last = nn.Linear(Hidden, Width);
        absent = nn.Parameter(zeros(Hidden));
        RegisterComponents();
    }

    public override Tensor forward(NetworkBatch batch, Tensor query)
    {
        (_, Tensor state, _) = recurrent.call(batch.Series); // [B, T, D] -> [1, B, 64]
        Tensor read = where(batch.NoSeries, absent, watch.Of(recurrent, state).squeeze(0)); // [B, 64]
        return watch.Of(last, last.call(read)).relu(); // -> [B, 32]
    }
}

/// <summary>Preset enhanced: three LSTMs with self-attention between, then cross-attention from the static branch.</summary>
internal sealed class EnhancedSeriesBranch : SeriesBranch
{
    public const int Width = 128;
    private const int Hidden = 128;
    private const int Last = 64;
    private readonly Dropping dropping;
    private readonly LayerWatch watch;
    private readonly LSTM first;
    private readonly LSTM second;
    private readonly MultiheadAttention self_attention;
    private readonly LayerNorm norm;
    private readonly LSTM third;
    private readonly MultiheadAttention cross_attention;
    private readonly Parameter absent;

    public EnhancedSeriesBranch(int stepWidth, Dropping dropping, LayerWatch watch)
        : base("series_branch")
    {
        this.dropping = dropping;
        this.watch = watch;
        first = nn.LSTM(stepWidth, Hidden, batchFirst: true);
        second = nn.LSTM(Hidden, Hidden, batchFirst: true);
        self_attention = nn.MultiheadAttention(Hidden, 8);
        norm = nn.LayerNorm(Hidden, 1e-5, true);
        third = nn.LSTM(Hidden, Last, batchFirst: true);
        cross_attention = nn.MultiheadAttention(Last, 4);
        absent = nn.Parameter(zeros(Width));
        RegisterComponents();
    }

    public override Tensor forward(NetworkBatch batch, Tensor query)
    {
        Tensor one = watch.Of(first, first.call(batch.Series).Item1); // [B, T, D] -> [B, T, 128]
        Tensor two = watch.Of(second, second.call(one).Item1); // [B, T, 128]
        two = dropping.Apply(two + one, 0.15);
        Tensor steps = two.transpose(0, 1); // -> [T, B, 128], the order attention takes
        Tensor attended = self_attention.call(steps, steps, steps, batch.Padding, false).Item1; // [T, B, 128]
        steps = watch.Of(norm, norm.call(steps + watch.Of(self_attention, attended)));
        (Tensor states, Tensor last, _) = third.call(steps.transpose(0, 1)); // -> [B, T, 64] and [1, B, 64]
        states = watch.Of(third, states).transpose(0, 1); // -> [T, B, 64]
        Tensor asked = query.unsqueeze(0); // [B, 64] -> [1, B, 64]
        Tensor chosen = cross_attention.call(asked, states, states, batch.Padding, false).Item1; // [1, B, 64]
        chosen = watch.Of(cross_attention, chosen);
        Tensor read = cat([last.squeeze(0), chosen.squeeze(0)], 1); // -> [B, 128]
        return where(batch.NoSeries, absent, read); // [B, 128]
    }
}
