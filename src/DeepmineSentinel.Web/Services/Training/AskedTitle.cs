using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>What people read of a run that has no model: network, purpose, the mine it was asked for, and when that was.</summary>
internal static class AskedTitle
{
    public static string Of(TrainingRun run)
    {
        TrainModelOptions options = JsonSerializer.Deserialize<TrainModelOptions>(run.Options, WebJson.Options)!;
        if (options.Purpose == ModelPurpose.CaseHistory)
        {
            return RunTitle.Of(run.Network, options.Purpose, [], run.RequestedAt);
        }

        string? mine = options.Mine ?? (options.Source == TrainingSource.Csv ? Mine.DefaultName : null);
        return RunTitle.Of(run.Network, ModelPurpose.Stope, mine is null ? [] : [mine], run.RequestedAt);
    }
}
