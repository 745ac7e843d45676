using System.Text.Json;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>
/// What people read of a run that has no model: network, purpose, the mine it was asked for, and when that was. Which mines
/// it reads is known only once it has read them.
/// </summary>
internal static class AskedTitle
{
    public static string Of(TrainingRun run)
    {
        TrainModelOptions options = JsonSerializer.Deserialize<TrainModelOptions>(run.Options, WebJson.Options)!;
        string[] mines = options is { Purpose: ModelPurpose.Stope, Mine: { } mine } ? [mine] : [];
        return RunTitle.Of(run.Network, options.Purpose, mines, run.RequestedAt);
    }
}
