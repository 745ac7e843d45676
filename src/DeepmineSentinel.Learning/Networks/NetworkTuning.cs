namespace DeepmineSentinel.Learning.Networks;

/// <summary>Where a network differs from its preset; null: as the preset has it.</summary>
public sealed record NetworkTuning
{
    private static readonly LayerSizes MostHeads = [8, 4];

    /// <summary>Widths of the static branch.</summary>
    public LayerSizes? StaticLayers { get; init; }

    /// <summary>Widths of the LSTMs.</summary>
    public LayerSizes? RecurrentLayers { get; init; }

    /// <summary>Widths of the fusion.</summary>
    public LayerSizes? FusionLayers { get; init; }

    /// <summary>Heads of self-attention and of cross-attention; the compact network has none and ignores them.</summary>
    public LayerSizes? AttentionHeads { get; init; }

    /// <summary>Share of units dropped in training.</summary>
    public double? Dropout { get; init; }

    /// <summary>The sizes that result. Heads that nobody chose are the preset's, or as many of them as divide the widths.</summary>
    public NetworkSizes For(NetworkPreset preset)
    {
        NetworkSizes sizes = NetworkSizes.Of(preset);
        LayerSizes recurrent = RecurrentLayers ?? sizes.RecurrentLayers;
        bool attends = preset == NetworkPreset.Enhanced && recurrent.Count >= 2;
        return sizes with
        {
            StaticLayers = StaticLayers ?? sizes.StaticLayers,
            RecurrentLayers = recurrent,
            FusionLayers = FusionLayers ?? sizes.FusionLayers,
            AttentionHeads = attends ? AttentionHeads ?? HeadsFor(recurrent) : sizes.AttentionHeads,
            Dropout = Dropout ?? sizes.Dropout,
        };
    }

    /// <summary>This tuning with the sizes of an existing network wherever nothing was chosen; null: that network is its preset.</summary>
    public NetworkTuning Or(NetworkSizes? sizes) =>
        this with
        {
            StaticLayers = StaticLayers ?? sizes?.StaticLayers,
            RecurrentLayers = RecurrentLayers ?? sizes?.RecurrentLayers,
            FusionLayers = FusionLayers ?? sizes?.FusionLayers,
            AttentionHeads = AttentionHeads ?? sizes?.AttentionHeads,
            Dropout = Dropout ?? sizes?.Dropout,
        };

    private static LayerSizes HeadsFor(LayerSizes recurrent) =>
        [CommonDivisor(MostHeads[0], recurrent[^2]), CommonDivisor(MostHeads[1], recurrent[^1])];

    private static int CommonDivisor(int one, int other) => other == 0 ? one : CommonDivisor(other, one % other);
}
