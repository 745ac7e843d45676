using System.Text.Json;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>How long a run will still train.</summary>
internal static class TrainingPace
{
    private const int Recent = 20;

    /// <summary>Time for all epochs that are left, at the pace of the last ones; early stop may end it sooner. Null: it does not train, or has no epoch yet.</summary>
    public static TimeSpan? Left(TrainingRun run, IReadOnlyList<LossPoint> points)
    {
        double[] seconds = [.. points.TakeLast(Recent).Select(point => point.Seconds).OfType<double>()];
        if (run is not { State: TrainingRunState.Running, Stage: TrainingStage.Training } || seconds.Length == 0)
        {
            return null;
        }

        LossPoint last = points[^1];
        int members = Math.Max(0, Members(run.Options) - 1 - last.Member);
        long epochs = Math.Max(0, run.Epochs - last.Epoch) + ((long)members * run.Epochs);
        return TimeSpan.FromSeconds(Math.Min(seconds.Average() * epochs, TimeSpan.FromDays(999).TotalSeconds));
    }

    private static int Members(string options)
    {
        using JsonDocument json = JsonDocument.Parse(options);
        return json.RootElement.TryGetProperty("ensemble", out JsonElement ensemble) ? ensemble.GetInt32() : 1;
    }
}
