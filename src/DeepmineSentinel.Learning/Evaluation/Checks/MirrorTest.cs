using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Checks;

/// <summary>
/// Asks whether readings mirror labels. The plain mean of a channel over all of a stope's days until its last window drowns days of
/// warning in months of quiet: where it alone tells the classes apart, the readings may have been made from the labels.
/// </summary>
internal static class MirrorTest
{
    // Above what any plain mean reached on generated mines whose readings do warn, and not by luck: docs/decisions/093.
    private const double SuspectAuc = 0.95;
    private const double SuspectLower = 0.75;

    public static DataFinding? Find(SampleSet set, StopeLabels labels, EvaluationResult? evaluation)
    {
        (string Channel, string Words, AucEstimate Auc)[] mirrors =
        [
            .. Enumerable
                .Range(0, ReadingQuantities.All.Count)
                .Select(channel => Best(set, labels, channel))
                .OfType<(string Channel, string Words, AucEstimate Auc)>()
                .Where(one => one.Auc.Auc >= SuspectAuc && one.Auc.Lower > SuspectLower)
                .OrderByDescending(one => one.Auc.Auc),
        ];
        if (mirrors.Length == 0)
        {
            return null;
        }

        Dictionary<string, double> numbers = new() { ["stopes"] = mirrors[0].Auc.Rows };
        foreach ((string channel, _, AucEstimate auc) in mirrors)
        {
            numbers[$"{channel}_auc"] = auc.Auc;
            numbers[$"{channel}_auc_lower"] = auc.Lower;
            numbers[$"{channel}_auc_upper"] = auc.Upper;
        }

        return new DataFinding(
            DataFindings.LabelsSuspect,
            string.Join(
                ' ',
                [
                    Told(mirrors),
                    .. Beside(evaluation, numbers),
                    "Were the readings made from the labels? A score on them says nothing until that is known.",
                ]
            )
        )
        {
            Numbers = numbers,
            NeedsPerson = true,
        };
    }

    // The split of the classes that the channel's mean tells best: the best against the rest, and the worst against the rest.
    private static (string, string, AucEstimate)? Best(SampleSet set, StopeLabels labels, int channel)
    {
        double?[] means =
        [
            .. labels.Stopes.Select((stope, i) => MeanOf(set.Stopes[stope], labels.LastSeen[i], channel)),
        ];
        int[] rows = [.. Enumerable.Range(0, means.Length).Where(i => means[i] is not null)];
        double[] scores = [.. rows.Select(i => means[i]!.Value)];
        (string Words, AucEstimate Auc)? best = null;
        foreach (int from in new[] { 1, set.Classes.Count - 1 }.Distinct())
        {
            if (AucEstimate.Of(scores, [.. rows.Select(i => labels.Classes[i] >= from)]) is { } found)
            {
                AucEstimate auc = found.Auc < 0.5 ? found.Mirrored : found;
                string words = from == 1 ? "stable stopes from the others" : "stopes that failed from the others";
                best = best is { } other && other.Auc.Auc >= auc.Auc ? best : (words, auc);
            }
        }

        return best is { } chosen ? (ReadingQuantities.All[channel].Name, chosen.Words, chosen.Auc) : null;
    }

    private static double? MeanOf(StopeHistory stope, DateTime? lastSeen, int channel) =>
        stope
            .Readings.TakeWhile(reading => reading.Timestamp <= lastSeen)
            .Average(reading => ReadingQuantities.Value(reading, channel));

    private static string Told((string Channel, string Words, AucEstimate Auc)[] mirrors)
    {
        (string channel, string words, AucEstimate auc) = mirrors[0];
        string others = string.Join(", ", mirrors.Skip(1).Select(one => $"{one.Channel} {Number(one.Auc.Auc)}"));
        string interval = $"{Number(auc.Lower)} to {Number(auc.Upper)}";
        return others.Length > 0
            ? $"The plain mean of {channel} alone tells {words}: AUC {Number(auc.Auc)} (99 % interval {interval}, {auc.Rows} stopes); likewise {others}."
            : $"The plain mean of {channel} alone tells {words}: AUC {Number(auc.Auc)} (99 % interval {interval}, {auc.Rows} stopes).";
    }

    private static string[] Beside(EvaluationResult? evaluation, Dictionary<string, double> numbers)
    {
        ConditionScores? Of(string name) => evaluation?.Models.FirstOrDefault(model => model.Name == name)?.Condition;
        if (Of(ModelEvaluation.NetworkName) is not { } network || Of(LogitOnSeriesSummaries.ModelName) is not { } logit)
        {
            return [];
        }

        numbers["network_log_loss"] = network.LogLoss;
        numbers["logit_series_log_loss"] = logit.LogLoss;
        if (network.Auc is not { } one || logit.Auc is not { } other)
        {
            return
            [
                $"On the {evaluation!.Stopes} {evaluation.Group} stopes a logit on summaries of the series has a log-loss of "
                    + $"{Number(logit.LogLoss)}, the network {Number(network.LogLoss)}.",
            ];
        }

        (numbers["network_auc"], numbers["logit_series_auc"]) = (one, other);
        return
        [
            $"On the {evaluation!.Stopes} {evaluation.Group} stopes a logit on summaries of the series has a log-loss of "
                + $"{Number(logit.LogLoss)}, AUC {Number(other)}, the network {Number(network.LogLoss)}, AUC {Number(one)}.",
        ];
    }

    private static string Number(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
