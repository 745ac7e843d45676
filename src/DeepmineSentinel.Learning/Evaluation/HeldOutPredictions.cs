using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>
/// What a run's network said of every scored sample of the stopes that it never saw. Kept with the run, so that two runs are
/// compared sample by sample, whatever became of the data since.
/// </summary>
public sealed record HeldOutPredictions
{
    /// <summary>Format that this version writes.</summary>
    public const int CurrentFormat = 2;

    /// <summary>First format, which named stopes; it is read still.</summary>
    public const int NamedFormat = 1;

    /// <summary>Format it is written in.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>Classes from best to worst.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Horizons of the forecasts, days.</summary>
    public required IReadOnlyList<int> HorizonDays { get; init; }

    /// <summary>The stopes in the order of the data.</summary>
    public required IReadOnlyList<HeldOutStope> Stopes { get; init; }

    /// <summary>Samples of all stopes.</summary>
    public int Samples => Stopes.Sum(stope => stope.AsOf.Count);

    /// <summary>Keeps the network's calibrated answers on held-out stopes; samples that nothing is scored on are left out.</summary>
    public static HeldOutPredictions Of(ScoredSamples scored, ModelCalibration calibration, LabelPlan plan)
    {
        AnsweredSamples answered = AnsweredSamples.OfNetwork(scored, calibration, plan);
        return new HeldOutPredictions
        {
            FormatVersion = CurrentFormat,
            Classes = [.. scored.Set.Classes.Select(name => CategoryName.Of(name))],
            HorizonDays = Horizons.Days,
            Stopes =
            [
                .. Enumerable
                    .Range(0, scored.Count)
                    .Where(row => IsScored(scored.Sample(row)))
                    .GroupBy(row => scored.Sample(row).StopeIndex)
                    .Select(rows => StopeOf(scored, answered, [.. rows])),
            ],
        };
    }

    private static bool IsScored(Sample sample) => LabelOf(sample) != Sample.NoLabel || sample.Hazard.Known != 0;

    private static int LabelOf(Sample sample) =>
        sample is { HasCondition: true, IsConditionScored: true } ? sample.ConditionLabel : Sample.NoLabel;

    private static HeldOutStope StopeOf(ScoredSamples scored, AnsweredSamples answered, int[] rows)
    {
        Sample[] samples = [.. rows.Select(scored.Sample)];
        StopeHistory stope = scored.Set.Stopes[samples[0].StopeIndex];
        return new HeldOutStope
        {
            Stope = StopeKey.Of(stope),
            AsOf = [.. samples.Select(sample => sample.AsOf)],
            Labels = [.. samples.Select(LabelOf)],
            Conditions = [.. rows.Select(row => answered.Conditions[row])],
            Answers = [.. rows.Select(row => answered.Answers[row])],
            Failed =
            [
                .. samples.Select(sample =>
                    (IReadOnlyList<bool?>)
                        [.. Enumerable.Range(0, Horizons.Days.Count).Select(sample.Hazard.FailsWithin)]
                ),
            ],
            Forecasts = [.. rows.Select(row => answered.Forecasts[row])],
        };
    }
}
