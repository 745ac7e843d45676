using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>
/// Weekly inspections at ten in the morning: unstable from the latent ELOS, which grows with time, blasts and onsets and
/// never heals; every fourth is a survey. A failure is found within the day and dated.
/// </summary>
internal static class DemoInspections
{
    private const double Hour = 10.0 / 24;
    private const double FoundAfterDays = 0.25;
    private const int Every = 7;
    private const int SurveyEvery = 4;

    public static IReadOnlyList<Outcome> Draw(StopeTruth stope, DemoMineOptions options, int index)
    {
        SeededNumbers numbers = new(options.Seed, "inspections", index);
        List<Outcome> outcomes = [];
        int first = numbers.NextIndex(Every);
        for (int day = first; day < options.Days && !(stope.FailureDay <= day + Hour); day += Every)
        {
            double elos = ElosAt(stope, day + Hour);
            bool surveyed = (outcomes.Count % SurveyEvery) == SurveyEvery - 1;
            double scatter = Math.Exp(0.1 * numbers.NextNormal());
            outcomes.Add(
                new Outcome
                {
                    ObservedAt = At(stope, day + Hour),
                    Class = elos >= options.Parameters.UnstableElosMetres ? OutcomeClass.Unstable : OutcomeClass.Stable,
                    ElosMetres = surveyed ? Math.Round(elos * scatter, 2) : null,
                    Source = surveyed ? "survey" : "inspection",
                }
            );
        }

        if (stope.FailureDay is { } failure)
        {
            outcomes.Add(Failure(stope, failure, numbers.NextBetween(2, 6)));
        }

        return outcomes;
    }

    private static Outcome Failure(StopeTruth stope, double day, double elos) =>
        new()
        {
            ObservedAt = At(stope, day + FoundAfterDays),
            OccurredAt = At(stope, day),
            Class = OutcomeClass.Failure,
            ElosMetres = Math.Round(elos, 2),
            Source = "survey",
        };

    // The wall loses by and by what its geometry and rock would have it lose, more where it is shaken or creeps away.
    private static double ElosAt(StopeTruth stope, double day)
    {
        double growth = 0.7 + (0.3 * Math.Min(1, (stope.ExposureDaysAtStart + day) / 240));
        double shaken = stope.Blasts.TakeWhile(blast => blast.Day <= day).Sum(blast => blast.PpvMmPerSecond);
        double crept = stope
            .Onsets.Where(onset => onset.Day <= day)
            .Sum(onset => Math.Min(1, (Math.Min(day, onset.StopDay ?? day) - onset.Day) / onset.CourseDays));
        return (stope.ElosMetres * (growth + (shaken / 8_000))) + (0.4 * crept);
    }

    private static DateTime At(StopeTruth stope, double day) => stope.Start.AddSeconds(Math.Round(day * 24 * 60) * 60);
}
