using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>
/// Reads the window of readings, asked by the static branch. B samples, T steps, D numbers a step, W width of the static
/// branch. A row without readings gets a learnt vector in place of everything that its series would give, so that no
/// gradient flows into that series.
/// </summary>
internal abstract class SeriesBranch(string name) : nn.Module<NetworkBatch, Tensor, Tensor>(name);

/// <summary>Preset compact: LSTM D -> 64, its last state -> 32, the width of the static branch.</summary>
internal sealed class CompactSeriesBranch : SeriesBranch
{
    private readonly LayerWatch watch;
    private readonly LSTM[] recurrents;
    private readonly Linear last;
    private readonly Parameter absent;

    public CompactSeriesBranch(int stepWidth, NetworkSizes sizes, LayerWatch watch)
        : base("series_branch")
    {
        this.watch = watch;
        recurrents = LayerNames.Recurrents(stepWidth, sizes.RecurrentLayers);
        last = nn.Linear(sizes.RecurrentLayers[^1], sizes.StaticLayers[^1]);
        absent = nn.Parameter(zeros(sizes.RecurrentLayers[^1]));
        for (int i = 0; i < recurrents.Length; i++)
        {
            register_module(i == 0 ? "recurrent" : LayerNames.At(i), recurrents[i]);
        }

        RegisterComponents();
    }

    public override Tensor forward(NetworkBatch batch, Tensor query)
    {
        Tensor steps = batch.Series;
        foreach (LSTM earlier in recurrents.AsSpan(0, recurrents.Length - 1))
        {
            steps = watch.Of(earlier, earlier.call(steps).Item1); // [B, T, D] -> [B, T, width]
        }

        (_, Tensor state, _) = recurrents[^1].call(steps); // -> [1, B, 64]
        Tensor read = where(batch.NoSeries, absent, watch.Of(recurrents[^1], state).squeeze(0)); // [B, 64]
        return watch.Of(last, last.call(read)).relu(); // -> [B, W]
    }
}

/// <summary>
/// Preset enhanced: three LSTMs with self-attention before the last, then cross-attention from the static branch; a
/// residual wherever two widths are equal. H width before self-attention, L width of the last LSTM.
/// </summary>
internal sealed class EnhancedSeriesBranch : SeriesBranch
{
    private readonly Dropping dropping;
    private readonly LayerWatch watch;
    private readonly double dropout;
    private readonly LSTM[] hidden;
    private readonly MultiheadAttention self_attention;
    private readonly LayerNorm norm;
    private readonly LSTM final;
    private readonly Linear? query;
    private readonly MultiheadAttention cross_attention;
    private readonly Parameter absent;

    public EnhancedSeriesBranch(int stepWidth, NetworkSizes sizes, Dropping dropping, LayerWatch watch)
        : base("series_branch")
    {
        this.dropping = dropping;
        this.watch = watch;
        dropout = sizes.Dropout / 2;
        LayerSizes widths = sizes.RecurrentLayers;
        LSTM[] recurrents = LayerNames.Recurrents(stepWidth, widths);
        (hidden, final) = (recurrents[..^1], recurrents[^1]);
        self_attention = nn.MultiheadAttention(widths[^2], sizes.AttentionHeads[0]);
        norm = nn.LayerNorm(widths[^2], 1e-5, true);
        query = sizes.StaticLayers[^1] == widths[^1] ? null : nn.Linear(sizes.StaticLayers[^1], widths[^1]);
        cross_attention = nn.MultiheadAttention(widths[^1], sizes.AttentionHeads[1]);
        absent = nn.Parameter(zeros(2 * widths[^1]));
        Register(recurrents);
    }

    public override Tensor forward(NetworkBatch batch, Tensor known)
    {
        Tensor state = batch.Series; // [B, T, D]
        for (int i = 0; i < hidden.Length; i++)
        {
            Tensor next = watch.Of(hidden[i], hidden[i].call(state).Item1); // -> [B, T, width]
            state = i > 0 && next.shape[2] == state.shape[2] ? next + state : next;
        }

        Tensor steps = dropping.Apply(state, dropout).transpose(0, 1); // -> [T, B, H], the order attention takes
        Tensor attended = self_attention.call(steps, steps, steps, batch.Padding, false).Item1; // [T, B, H]
        steps = watch.Of(norm, norm.call(steps + watch.Of(self_attention, attended)));
        (Tensor states, Tensor last, _) = final.call(steps.transpose(0, 1)); // -> [B, T, L] and [1, B, L]
        states = watch.Of(final, states).transpose(0, 1); // -> [T, B, L]
        Tensor asked = (query is null ? known : watch.Of(query, query.call(known))).unsqueeze(0); // [B, W] -> [1, B, L]
        Tensor chosen = cross_attention.call(asked, states, states, batch.Padding, false).Item1; // [1, B, L]
        chosen = watch.Of(cross_attention, chosen);
        Tensor read = cat([last.squeeze(0), chosen.squeeze(0)], 1); // -> [B, 2 L]
        return where(batch.NoSeries, absent, read); // [B, 2 L]
    }

    // By hand: the last LSTM's name tells its place, which fields cannot.
    private void Register(LSTM[] recurrents)
    {
        for (int i = 0; i < recurrents.Length; i++)
        {
            register_module(LayerNames.At(i), recurrents[i]);
        }

        register_module(nameof(self_attention), self_attention);
        register_module(nameof(norm), norm);
        register_module(nameof(cross_attention), cross_attention);
        register_parameter(nameof(absent), absent);
        if (query is not null)
        {
            register_module(nameof(query), query);
        }
    }
}
