using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What the dashboard counts.</summary>
public sealed record DashboardFacts
{
    /// <summary>Active stopes by the level to show now; every level is there.</summary>
    public required IReadOnlyDictionary<RiskLevel, int> Levels { get; init; }

    /// <summary>Active stopes without any prediction; counted as unknown above.</summary>
    public required int NeverPredicted { get; init; }

    public required int RealMines { get; init; }

    public required int SyntheticMines { get; init; }

    public required bool HasReadings { get; init; }

    /// <summary>The run that trains, else the first that waits; null: none.</summary>
    public TrainingRun? OpenRun { get; init; }

    public ImportBatch? LastImport { get; init; }

    public int ActiveStopes => Levels.Values.Sum();
}
