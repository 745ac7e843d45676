using System.Globalization;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Auditing;

/// <summary>The values of a stope at one moment, so that what changed since can be told.</summary>
public sealed class StopeFields
{
    /// <summary>Name of a stope's name, as in files.</summary>
    public const string Name = "stope_name";

    private readonly List<(string Name, string? Value)> values;

    private StopeFields(Stope stope) =>
        values = [
            (Name, stope.Name),
            ("direction", CategoryName.Of(stope.Properties.Direction)),
            ("rock_type", CategoryName.Of(stope.Properties.RockType)),
            ("support_type", CategoryName.Of(stope.Properties.SupportType)),
            ("support_installed", Flag(stope.Properties.SupportInstalled)),
            .. stope.Properties.Quantities().Select(pair => (pair.Range.Name, Text(pair.Value))),
            ("stability", stope.UndatedStability is { } stable ? Flag(stable) : null),
        ];

    /// <summary>What a stope is now.</summary>
    public static StopeFields Of(Stope stope) => new(stope);

    /// <summary>Everything that is known, as of something new.</summary>
    public IReadOnlyList<AuditField> AsNew() =>
        [.. values.Where(one => one.Value is not null).Select(one => new AuditField(one.Name, null, one.Value))];

    /// <summary>What differs later; empty: nothing.</summary>
    public IReadOnlyList<AuditField> Until(StopeFields later) =>
        [
            .. values
                .Zip(later.values)
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => new AuditField(pair.First.Name, pair.First.Value, pair.Second.Value)),
        ];

    private static string Flag(bool value) => value ? "yes" : "no";

    private static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
