using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Evaluation.Followed;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Statements;

/// <summary>
/// How a run's statements fared on stopes that it never saw: of those at which it said what it says now, how many failed.
/// Days of one stope resemble each other, so stopes are counted beside them and intervals are drawn by stope.
/// </summary>
public sealed class StatementRecord
{
    private const int NotScored = -1;

    private StatementRecord(int stopes, IReadOnlyList<LevelRecord> levels, IReadOnlyList<ClassRecord> classes)
    {
        Stopes = stopes;
        Levels = levels;
        Classes = classes;
    }

    /// <summary>Held-out stopes.</summary>
    public int Stopes { get; }

    /// <summary>One record for each level that was given, rising; empty: the run has no forecast.</summary>
    public IReadOnlyList<LevelRecord> Levels { get; }

    /// <summary>One record for each class that was said, best first; empty: no condition was scored.</summary>
    public IReadOnlyList<ClassRecord> Classes { get; }

    /// <summary>Counts what became of a run's statements.</summary>
    /// <param name="heldOut">What it said of stopes that it never saw.</param>
    /// <param name="thresholds">Cut points of the levels.</param>
    public static StatementRecord Of(HeldOutPredictions heldOut, RiskThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(heldOut);
        ArgumentNullException.ThrowIfNull(thresholds);
        return new StatementRecord(
            heldOut.Stopes.Count,
            [
                .. Forecasts(heldOut)
                    .GroupBy(said => thresholds.LevelOf(said.Probability))
                    .Where(level => level.Key != RiskLevel.Unknown)
                    .OrderBy(level => level.Key)
                    .Select(level => LevelOf(level.Key, [.. level])),
            ],
            [.. Answers(heldOut).GroupBy(said => said.Answer).OrderBy(answer => answer.Key).Select(ClassOf)]
        );
    }

    /// <summary>What became of one level's statements; null: it was never given.</summary>
    public LevelRecord? Of(RiskLevel level) => Levels.FirstOrDefault(record => record.Level == level);

    /// <summary>What the stope-days were of which one class was said; null: it was never said.</summary>
    public ClassRecord? Of(StabilityClass answer) => Classes.FirstOrDefault(record => record.Answer == answer);

    private static IEnumerable<Forecast> Forecasts(HeldOutPredictions heldOut)
    {
        int week = heldOut.HorizonDays.ToList().IndexOf(Horizons.LevelDays);
        for (int stope = 0; stope < heldOut.Stopes.Count && week >= 0; stope++)
        {
            HeldOutStope said = heldOut.Stopes[stope];
            for (int i = 0; i < said.AsOf.Count; i++)
            {
                if (said.Forecasts[i] is { } forecast && said.Failed[i][week] is { } failed)
                {
                    yield return new Forecast(stope, forecast[week], failed);
                }
            }
        }
    }

    private static IEnumerable<Condition> Answers(HeldOutPredictions heldOut)
    {
        StabilityClass[] classes =
        [
            .. heldOut.Classes.Select(name =>
                CategoryName.TryParse(name, out StabilityClass value) ? value : StabilityClass.Unknown
            ),
        ];
        return heldOut.Stopes.SelectMany(
            (said, stope) =>
                said
                    .Answers.Zip(said.Labels)
                    .Where(pair => pair is { First: not NotScored, Second: not NotScored })
                    .Select(pair => new Condition(stope, classes[pair.First], classes[pair.Second]))
        );
    }

    private static LevelRecord LevelOf(RiskLevel level, IReadOnlyList<Forecast> said)
    {
        Forecast[] failing = [.. said.Where(forecast => forecast.Failed)];
        return new LevelRecord(
            level,
            said.Count,
            failing.Length,
            said.Select(forecast => forecast.Stope).Distinct().Count(),
            failing.Select(forecast => forecast.Stope).Distinct().Count(),
            said.Average(forecast => forecast.Probability),
            failing.Length == 0 ? null : IntervalOf(said)
        );
    }

    private static (double Lower, double Upper)? IntervalOf(IReadOnlyList<Forecast> said)
    {
        StopeDraws draws = new([.. said.Select(forecast => forecast.Stope)], new BootstrapOptions());
        if (draws.Stopes < FollowUp.FewestStopes)
        {
            return null;
        }

        double[] failed = [.. said.Select(forecast => forecast.Failed ? 1.0 : 0)];
        MetricInterval interval = draws.Interval(weights => WeightedScores.Mean(failed, weights));
        return (interval.Lower, interval.Upper);
    }

    private static ClassRecord ClassOf(IGrouping<StabilityClass, Condition> said) =>
        new(
            said.Key,
            said.Select(condition => condition.Stope).Distinct().Count(),
            [
                .. said.GroupBy(condition => condition.Truth)
                    .OrderBy(truth => truth.Key)
                    .Select(truth => (truth.Key, truth.Count())),
            ]
        );

    private readonly record struct Forecast(int Stope, double Probability, bool Failed);

    private readonly record struct Condition(int Stope, StabilityClass Answer, StabilityClass Truth);
}
