using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>
/// The place of each version among the best and among the latest of its purpose, archived ones left out. The best has the
/// lowest log-loss on held-out stopes; versions of a generated mine come after all others.
/// </summary>
internal sealed class RunRanking
{
    private readonly Dictionary<string, (int Place, double LogLoss)> best = [];
    private readonly Dictionary<string, int> latest = [];

    public RunRanking(IEnumerable<ModelVersion> versions)
    {
        foreach (IGrouping<ModelPurpose, ModelVersion> group in versions.GroupBy(version => version.Purpose))
        {
            int place = 0;
            foreach (
                (ModelVersion version, double? loss) in group
                    .Select(version => (version, loss: LogLoss(version)))
                    .Where(pair => pair.loss is not null)
                    .OrderBy(pair => pair.version.TrainedOnSynthetic)
                    .ThenBy(pair => pair.loss)
            )
            {
                best[version.RunId] = (++place, loss!.Value);
            }

            place = 0;
            foreach (ModelVersion version in group.OrderByDescending(version => version.RunId, StringComparer.Ordinal))
            {
                latest[version.RunId] = ++place;
            }
        }
    }

    /// <summary>Why a version is among the best; null: it is not.</summary>
    public string? Best(string runId, int count) =>
        best.TryGetValue(runId, out (int Place, double LogLoss) rank) && rank.Place <= count
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"is number {rank.Place} of the {count} best (log-loss {rank.LogLoss:F4})"
            )
            : null;

    /// <summary>Why a version is among the latest; null: it is not.</summary>
    public string? Latest(string runId, int count) =>
        latest.TryGetValue(runId, out int place) && place <= count
            ? string.Create(CultureInfo.InvariantCulture, $"is number {place} of the {count} latest")
            : null;

    private static double? LogLoss(ModelVersion version)
    {
        try
        {
            return ModelSummary.Of(version).Metrics.GetValueOrDefault("log_loss");
        }
        catch (JsonException)
        {
            // A row of another version of the product: it has no place, and stays by age alone.
            return null;
        }
    }
}
