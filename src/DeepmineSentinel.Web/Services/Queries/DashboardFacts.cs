using DeepmineSentinel.Core.Alerts;
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

    /// <summary>Active stopes whose failure was observed; they are of no level.</summary>
    public required int Failed { get; init; }

    /// <summary>Stopes that changed within the last day, by what changed; every change is there.</summary>
    public required IReadOnlyDictionary<StopeChange, int> Changed { get; init; }

    /// <summary>Open alerts by level; levels without any are left out.</summary>
    public required IReadOnlyDictionary<AlertLevel, int> OpenAlerts { get; init; }

    /// <summary>Alerts raised within the last day, whatever became of them.</summary>
    public required int NewAlerts { get; init; }

    /// <summary>Open alerts about single sensors that fell silent.</summary>
    public required int SilentSensors { get; init; }

    /// <summary>Training runs that train or wait.</summary>
    public required int OpenRuns { get; init; }

    public required int RealMines { get; init; }

    public required int SyntheticMines { get; init; }

    public required bool HasReadings { get; init; }

    /// <summary>The run that trains, else the first that waits; null: none.</summary>
    public TrainingRun? OpenRun { get; init; }

    public ImportBatch? LastImport { get; init; }

    public int ActiveStopes => Levels.Values.Sum() + Failed;
}
