using System.Globalization;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Widths of all layers and how much is dropped; each preset is one such set.</summary>
public sealed record NetworkSizes
{
    /// <summary>Most layers in a chain.</summary>
    public const int MostLayers = 8;

    /// <summary>Widest layer.</summary>
    public const int Widest = 1_024;

    /// <summary>Linear layers of the static branch, the last its width; 1 to 8 widths of 1 to 1,024.</summary>
    public required LayerSizes StaticLayers { get; init; }

    /// <summary>LSTMs of the series branch; enhanced has self-attention before the last and needs two.</summary>
    public required LayerSizes RecurrentLayers { get; init; }

    /// <summary>Linear layers that bring both branches together, the last feeding the heads.</summary>
    public required LayerSizes FusionLayers { get; init; }

    /// <summary>Heads of self-attention and of cross-attention; empty: no attention.</summary>
    public required LayerSizes AttentionHeads { get; init; }

    /// <summary>Share of units dropped in training, 0 to 0.9; half of it at the ends of the branches.</summary>
    public required double Dropout { get; init; }

    /// <summary>The sizes of a preset.</summary>
    public static NetworkSizes Of(NetworkPreset preset) =>
        preset == NetworkPreset.Enhanced
            ? new NetworkSizes
            {
                StaticLayers = [128, 128, 64],
                RecurrentLayers = [128, 128, 64],
                FusionLayers = [128, 64],
                AttentionHeads = [8, 4],
                Dropout = 0.3,
            }
            : new NetworkSizes
            {
                StaticLayers = [64, 32],
                RecurrentLayers = [64],
                FusionLayers = [64],
                AttentionHeads = [],
                Dropout = 0.3,
            };

    /// <summary>What keeps a network of a preset from having these sizes, a sentence each; empty: nothing.</summary>
    public IEnumerable<string> Problems(NetworkPreset preset)
    {
        foreach (
            (string name, LayerSizes sizes) in new[]
            {
                ("static-layers", StaticLayers),
                ("recurrent-layers", RecurrentLayers),
                ("fusion-layers", FusionLayers),
            }
        )
        {
            if (sizes.Count is < 1 or > MostLayers || sizes.Any(size => size is < 1 or > Widest))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} must be 1 to {MostLayers} widths from 1 to {Widest}"
                );
            }
        }

        if (Dropout is not (>= 0 and <= 0.9))
        {
            yield return "dropout must be from 0 to 0.9";
        }

        if (preset == NetworkPreset.Enhanced && AttentionProblem() is { } problem)
        {
            yield return problem;
        }
    }

    private string? AttentionProblem() =>
        RecurrentLayers.Count < 2 ? "recurrent-layers of the enhanced network must be two or more"
        : AttentionHeads.Count != 2 || AttentionHeads.Any(heads => heads < 1)
            ? "attention-heads must be two numbers above 0: of self-attention and of cross-attention"
        : RecurrentLayers[^2] % AttentionHeads[0] != 0 || RecurrentLayers[^1] % AttentionHeads[1] != 0
            ? $"attention-heads {AttentionHeads} must divide the last two recurrent-layers {RecurrentLayers}"
        : null;
}
