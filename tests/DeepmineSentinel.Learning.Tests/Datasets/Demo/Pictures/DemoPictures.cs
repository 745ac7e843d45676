using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Demo;

namespace DeepmineSentinel.Learning.Tests.Datasets.Demo.Pictures;

/// <summary>Finds typical stopes of the demo mine by rules, so that nobody chose the prettiest.</summary>
internal static class DemoPictures
{
    private const int Days = 120;
    private static readonly DemoMineOptions Usual = new() { Days = Days };

    public static IReadOnlyList<DemoPicture> All()
    {
        DemoMine mine = DemoMineGenerator.Generate(Usual);
        return
        [
            Of(mine, "stable", "A stope that stands: creep, blasts and their decaying response", IsCalm),
            Of(mine, "warned", "A stope that fails after an onset: the deformation rate accelerates", IsWarned),
            Of(
                mine,
                "sudden",
                "A stope that fails without warning: nothing precedes it",
                truth => truth.WithoutWarning
            ),
            Of(mine, "stopped", "An onset that stops by itself: acceleration without a failure", IsStopped),
            Blasts(mine),
            Faults(),
        ];
    }

    private static bool IsCalm(StopeTruth truth) =>
        truth is { FailureDay: null, Onsets.Count: 0 } && truth.Blasts.Count >= 15;

    private static bool IsWarned(StopeTruth truth) =>
        truth is { FailureDay: > 40, WithoutWarning: false } && truth.FailureDay - truth.Onsets[^1].Day >= 7;

    private static bool IsStopped(StopeTruth truth) =>
        truth is { FailureDay: null, Onsets: [{ CourseDays: >= 7, StopDay: < Days } onset] }
        && onset.StopDay - onset.Day >= 0.75 * onset.CourseDays;

    private static DemoPicture Of(DemoMine mine, string name, string title, Func<StopeTruth, bool> isTypical) =>
        At(mine, Enumerable.Range(0, mine.Truth.Count).First(i => isTypical(mine.Truth[i])), name, title);

    // The strongest blast of any stope that stands, with ten days before it and twenty after.
    private static DemoPicture Blasts(DemoMine mine)
    {
        int stope = Enumerable
            .Range(0, mine.Truth.Count)
            .Where(i => IsCalm(mine.Truth[i]))
            .MaxBy(i => mine.Truth[i].Blasts.Max(blast => blast.PpvMmPerSecond));
        int day = (int)mine.Truth[stope].Blasts.MaxBy(blast => blast.PpvMmPerSecond)!.Day;
        int from = Math.Clamp(day - 10, 0, Days - 30);
        return At(mine, stope, "blasts", "Blasts: vibration peaks, deformation answers and decays within days") with
        {
            Days = (from, from + 30),
            Channels = [0, 1],
        };
    }

    // Faults drawn four times as often; beneath, the same mine under perfect sensors.
    private static DemoPicture Faults()
    {
        DemoMineParameters usual = Usual.Parameters;
        DemoMine faulty = DemoMineGenerator.Generate(
            Usual with
            {
                Parameters = usual with { FaultChance = 4 * usual.FaultChance, SpikeChance = 4 * usual.SpikeChance },
            }
        );
        DemoMine perfect = DemoMineGenerator.Generate(
            Usual with
            {
                Parameters = usual with { FaultChance = 0, SpikeChance = 0, GapChance = 0 },
            }
        );
        int stope = Enumerable
            .Range(0, faulty.Stopes.Count)
            .First(i => IsCalm(faulty.Truth[i]) && HasEveryFault(faulty.Stopes[i], perfect.Stopes[i]));
        return At(
            faulty,
            stope,
            "faults",
            "Sensor faults: a gap, a stuck value, a spike and a drift, whatever the rock does"
        ) with
        {
            Perfect = perfect.Stopes[stope],
            Channels = [2, 1, 3],
        };
    }

    private static bool HasEveryFault(StopeHistory seen, StopeHistory real)
    {
        double?[] stress = [.. seen.Readings.Select(reading => reading.StressMegapascals)];
        double?[] truth = [.. real.Readings.Select(reading => reading.StressMegapascals)];
        bool stuck = Runs(stress).Any(run => run.Value is not null && run.Length >= 4);
        bool silent = Runs(stress).Any(run => run.Value is null && run.Length >= 3);
        bool drifts = stress.Zip(truth).TakeLast(15).Count(pair => IsFar(pair.First, pair.Second)) >= 8;
        return stuck && silent && drifts;
    }

    private static bool IsFar(double? seen, double? real) => Math.Abs((seen - real) / real ?? 0) > 0.1;

    private static IEnumerable<(double? Value, int Length)> Runs(double?[] values)
    {
        int from = 0;
        for (int i = 1; i <= values.Length; i++)
        {
            if (i == values.Length || values[i] != values[from])
            {
                yield return (values[from], i - from);
                from = i;
            }
        }
    }

    private static DemoPicture At(DemoMine mine, int stope, string name, string title) =>
        new()
        {
            Name = name,
            Title = $"{title} ({mine.Truth[stope].Name})",
            Stope = mine.Stopes[stope],
            Truth = mine.Truth[stope],
            Days = (0, Days),
        };
}
