using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Web.Services.Search;

namespace DeepmineSentinel.Web.Commands;

/// <summary>A finished search for people: the best trials by what they differ in, the configuration to take, its run.</summary>
internal static class GridSearchSummary
{
    private const int Shown = 10;

    public static void Write(GridSearchOutcome outcome, TextWriter output)
    {
        SearchSummary search = outcome.Result.Search!;
        IReadOnlyList<TrialRecord> trials = search.Results!;
        output.WriteLine(
            $"Experiment {search.Experiment} ({search.Key[..12]}): {search.Trials} trials, {search.Trained} trained now, "
                + $"{search.Trials - search.Trained} from the cache, {search.Stopped} stopped early, {search.Diverged} diverged"
        );
        output.WriteLine("Chosen by validation loss: the stopes that stop the training, never the test stopes.");
        string[] varied = [.. trials[0].Configuration.Keys.Where(name => Differs(trials, name))];
        foreach (TrialRecord trial in trials.Take(Shown))
        {
            string values = string.Join(", ", varied.Select(name => $"{name} {Text(trial.Configuration[name])}"));
            output.WriteLine($"  {Loss(trial)}  {values}");
        }

        if (trials.Count > Shown)
        {
            output.WriteLine($"  and {trials.Count - Shown} more (--json has all)");
        }

        output.WriteLine("Best configuration:");
        output.WriteLine($"  {JsonSerializer.Serialize(outcome.Result.BestConfig)}");
        output.WriteLine();
        TrainingSummary.Write(outcome.Result, output);
        if (outcome.WasThere)
        {
            output.WriteLine($"Run {outcome.Result.RunId} was there already; whether it answers is as it was.");
        }
        else
        {
            TrainingSummary.WritePromotion(outcome.Result.RunId, outcome.Promoted, output);
        }
    }

    private static bool Differs(IReadOnlyList<TrialRecord> trials, string name) =>
        trials.Select(trial => Text(trial.Configuration[name])).Distinct().Skip(1).Any();

    private static string Text(JsonElement value) => value.GetRawText().Trim('"');

    private static string Loss(TrialRecord trial) =>
        trial.ValidationLoss?.ToString("0.0000", CultureInfo.InvariantCulture)
        ?? trial.State.ToString().ToLowerInvariant();
}
