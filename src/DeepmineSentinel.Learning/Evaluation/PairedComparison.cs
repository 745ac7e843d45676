namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Several runs on the held-out samples that all of them answered.</summary>
public sealed record PairedComparison
{
    /// <summary>Fewest stopes that an interval is drawn from.</summary>
    public const int FewestStopes = 5;

    /// <summary>Stopes that every run held out.</summary>
    public required int Stopes { get; init; }

    /// <summary>Samples of them that every run scored.</summary>
    public required int Samples { get; init; }

    /// <summary>The metrics; empty: nothing is shared.</summary>
    public required IReadOnlyList<ComparedMetric> Metrics { get; init; }

    /// <summary>What was called what, by run; null: the condition cannot be compared.</summary>
    public IReadOnlyList<ConfusionTable>? Confusions { get; init; }

    /// <summary>What limits the comparison, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The metric of a name; null: it was not taken.</summary>
    public ComparedMetric? Metric(string name) => Metrics.FirstOrDefault(metric => metric.Name == name);

    /// <summary>Compares.</summary>
    /// <param name="runs">Two or more; differences are taken from the first.</param>
    public static PairedComparison Of(IReadOnlyList<HeldOutPredictions> runs)
    {
        if (runs.Any(run => !run.HorizonDays.SequenceEqual(runs[0].HorizonDays)))
        {
            return Nothing("The runs forecast for different horizons: they cannot be compared.");
        }

        PairedSamples samples = PairedSamples.Of(runs);
        if (samples.Labels.Length == 0)
        {
            return Nothing("The runs held out no sample in common: they cannot be compared.");
        }

        bool sameClasses = runs.All(run => run.Classes.SequenceEqual(runs[0].Classes));
        ConditionComparison? condition = sameClasses ? ConditionComparison.Of(samples, runs[0].Classes) : null;
        int stopes = samples.StopeOfSample.Distinct().Count();
        return new PairedComparison
        {
            Stopes = stopes,
            Samples = samples.Labels.Length,
            Metrics = [.. condition?.Metrics ?? [], .. ForecastComparison.Of(samples, runs[0].HorizonDays)],
            Confusions = condition?.Confusions,
            Notes = [.. NotesOf(runs, samples, stopes, sameClasses)],
        };
    }

    private static PairedComparison Nothing(string why) =>
        new()
        {
            Stopes = 0,
            Samples = 0,
            Metrics = [],
            Notes = [why],
        };

    private static IEnumerable<string> NotesOf(
        IReadOnlyList<HeldOutPredictions> runs,
        PairedSamples samples,
        int stopes,
        bool sameClasses
    )
    {
        if (runs.Any(run => run.Stopes.Count != stopes || run.Samples != samples.Labels.Length))
        {
            string own = string.Join(", ", runs.Select(run => $"{run.Samples} of {run.Stopes.Count}"));
            yield return $"The runs held out different samples: {own} stopes. Compared on the {samples.Labels.Length} of {stopes} that they share.";
        }

        if (samples.Disagreeing > 0)
        {
            yield return $"{samples.Disagreeing} shared samples were left out: their labels changed between the runs.";
        }

        if (!sameClasses)
        {
            yield return "The runs tell different classes apart, so only their forecasts are compared.";
        }

        if (stopes < FewestStopes)
        {
            yield return $"Only {stopes} stopes are shared: too few for intervals.";
        }
    }
}
