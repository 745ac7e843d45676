using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv;

/// <summary>The columns of one kind of file. A column has the same name in every file, document and message.</summary>
/// <param name="Kind">What the file brings.</param>
/// <param name="Required">Columns that must be there.</param>
/// <param name="Optional">Columns that may be there.</param>
public sealed record CsvLayout(ImportKind Kind, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    internal const string Mine = "mine";
    internal const string StopeName = "stope_name";
    internal const string Timestamp = "timestamp";
    internal const string ObservedAt = "observed_at";
    internal const string OccurredAt = "occurred_at";

    /// <summary>Stopes.</summary>
    public static CsvLayout Stopes { get; } =
        new(
            ImportKind.Stopes,
            [
                StopeName,
                StopeQuantities.Rqd.Name,
                StopeQuantities.HydraulicRadius.Name,
                StopeQuantities.Depth.Name,
                StopeQuantities.Dip.Name,
                "direction",
                StopeQuantities.UndercutWidth.Name,
                "rock_type",
                "support_type",
                StopeQuantities.SupportDensity.Name,
                "support_installed",
            ],
            [
                StopeQuantities.JointSetNumber.Name,
                StopeQuantities.JointRoughness.Name,
                StopeQuantities.JointAlteration.Name,
                StopeQuantities.QPrime.Name,
                StopeQuantities.Ucs.Name,
                StopeQuantities.InducedStress.Name,
                StopeQuantities.JointAngle.Name,
                StopeQuantities.FactorA.Name,
                StopeQuantities.FactorB.Name,
                StopeQuantities.FactorC.Name,
                "stability",
                Mine,
                "synthetic",
            ]
        );

    /// <summary>Readings.</summary>
    public static CsvLayout Readings { get; } =
        new(
            ImportKind.Readings,
            [StopeName, Timestamp],
            [.. ReadingQuantities.All.Select(quantity => quantity.Name), Mine]
        );

    /// <summary>Events.</summary>
    public static CsvLayout Events { get; } =
        new(
            ImportKind.Events,
            [StopeName, Timestamp, "event_type"],
            [OperationalEvent.Charge.Name, OperationalEvent.Distance.Name, "notes", Mine]
        );

    /// <summary>Outcomes.</summary>
    public static CsvLayout Outcomes { get; } =
        new(ImportKind.Outcomes, [StopeName, ObservedAt, "outcome"], [OccurredAt, Outcome.Elos.Name, "source", Mine]);

    /// <summary>Case histories.</summary>
    public static CsvLayout CaseHistories { get; } =
        new(
            ImportKind.CaseHistories,
            [
                "location",
                StopeQuantities.QPrime.Name,
                StopeQuantities.FactorA.Name,
                StopeQuantities.FactorB.Name,
                StopeQuantities.FactorC.Name,
                StopeQuantities.HydraulicRadius.Name,
                "state",
            ],
            [
                CaseHistory.StabilityNumber.Name,
                "surface",
                StopeQuantities.Rqd.Name,
                CaseHistory.JointSets.Name,
                StopeQuantities.JointRoughness.Name,
                CaseHistory.JointAlteration.Name,
                "source",
            ]
        )
        {
            Aliases = new(StringComparer.OrdinalIgnoreCase)
            {
                ["Q'"] = StopeQuantities.QPrime.Name,
                ["Q\u2019"] = StopeQuantities.QPrime.Name,
                ["Q\u2032"] = StopeQuantities.QPrime.Name,
                ["N'"] = CaseHistory.StabilityNumber.Name,
                ["N\u2019"] = CaseHistory.StabilityNumber.Name,
                ["N\u2032"] = CaseHistory.StabilityNumber.Name,
            },
        };

    /// <summary>Other names under which publications write a column.</summary>
    private Dictionary<string, string> Aliases { get; init; } = [];

    /// <summary>Every column, required ones first, in the order that files are written in.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Required, .. Optional];

    /// <summary>The layout of a kind of file.</summary>
    public static CsvLayout Of(ImportKind kind) =>
        kind switch
        {
            ImportKind.Stopes => Stopes,
            ImportKind.Readings => Readings,
            ImportKind.Events => Events,
            ImportKind.Outcomes => Outcomes,
            ImportKind.CaseHistories => CaseHistories,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Whether a column holds moments.</summary>
    public static bool IsMoment(string column) => column is Timestamp or ObservedAt or OccurredAt;

    /// <summary>Position of a column in <see cref="Columns"/>, by its name or another that publications use, ignoring case; -1 when there is no such column.</summary>
    public int IndexOf(string column)
    {
        string name = Aliases.GetValueOrDefault(column, column);
        for (int index = 0; index < Columns.Count; index++)
        {
            if (string.Equals(Columns[index], name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
