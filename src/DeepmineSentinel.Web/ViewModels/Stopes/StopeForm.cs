using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>A stope as a person types it: text until it is parsed, so that every problem can be shown in its place.</summary>
public sealed record StopeForm
{
    public int? MineId { get; init; }

    public string? Name { get; init; }

    /// <summary>Revision that the person saw; a later one means that somebody else changed it.</summary>
    public int Revision { get; init; }

    public CompassDirection? Direction { get; init; }

    public RockType? RockType { get; init; }

    public SupportType? SupportType { get; init; }

    public bool SupportInstalled { get; init; }

    /// <summary>Numbers by column name.</summary>
    public Dictionary<string, string?> Values { get; init; } = [];

    public string? Text(QuantityRange range) => Values.GetValueOrDefault(range.Name);

    public static StopeForm Of(Stope stope) =>
        new()
        {
            MineId = stope.MineId,
            Name = stope.Name,
            Revision = stope.Revision,
            Direction = stope.Properties.Direction,
            RockType = stope.Properties.RockType,
            SupportType = stope.Properties.SupportType,
            SupportInstalled = stope.Properties.SupportInstalled,
            Values = stope
                .Properties.Quantities()
                .ToDictionary(
                    pair => pair.Range.Name,
                    pair => pair.Value?.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
                ),
        };
}
