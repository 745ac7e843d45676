using System.Globalization;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Web.Services.Search;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Shows a search on stderr, one line a trial: how many have ended, the best so far, the time left.</summary>
internal sealed class GridSearchProgressWriter(CommandConsole console) : ISearchWatcher
{
    public void Moved(SearchProgress progress)
    {
        if (progress.Latest is not { } latest)
        {
            console.Error.WriteLine(
                $"{progress.Trials} trials, {progress.Known} of them known, {progress.Trials - progress.Ended} to train"
            );
            return;
        }

        string outcome = latest.State switch
        {
            TrialState.Trained => $"validation loss {Loss(latest.ValidationLoss)}",
            TrialState.Stopped => string.Create(
                CultureInfo.InvariantCulture,
                $"stopped as hopeless after epoch {latest.Epochs}"
            ),
            _ => "diverged",
        };
        console.Error.WriteLine(
            $"trial {progress.Ended}/{progress.Trials}: {outcome}, best {Loss(progress.Best)}, about {Left(progress.Left)} left"
        );
    }

    public void Finishing(string runId) =>
        console.Error.WriteLine($"Evaluating and saving the best trial as run {runId}");

    private static string Loss(double? loss) => loss?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";

    private static string Left(TimeSpan? left) =>
        left?.ToString(left.Value.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture) ?? "?";
}
