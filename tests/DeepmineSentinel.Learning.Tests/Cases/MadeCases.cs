using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Tests.Cases;

/// <summary>Case histories drawn from isoprobability curves with rising risk, for tests.</summary>
internal static class MadeCases
{
    private static readonly string[] Sources = ["First", "Second", "Third"];

    public static CaseHistory[] Draw(int count, long seed = 1)
    {
        SeededNumbers numbers = new(seed, "cases");
        return [.. Enumerable.Range(0, count).Select(i => One(numbers, Sources[i % Sources.Length]))];
    }

    private static CaseHistory One(SeededNumbers numbers, string source)
    {
        CaseHistory drawn = new()
        {
            Location = source,
            Source = source,
            Surface = numbers.NextDouble() < 0.5 ? "Back" : "HW",
            QPrime = Math.Exp(numbers.NextBetween(0, 4)),
            FactorA = numbers.NextBetween(0.1, 1),
            FactorB = numbers.NextBetween(0.2, 1),
            FactorC = numbers.NextBetween(2, 8),
            HydraulicRadiusMetres = Math.Exp(numbers.NextBetween(0.5, 3)),
            NPrime = 1,
            State = OutcomeClass.Stable,
        };
        CaseHistory whole = drawn with { NPrime = drawn.ComputedNPrime };
        double place = numbers.NextDouble();
        double stable = Isoprobability.Stable(whole.HydraulicRadiusMetres, whole.NPrime);
        double standing = Isoprobability.NotFailure(whole.HydraulicRadiusMetres, whole.NPrime);
        OutcomeClass state =
            place < stable ? OutcomeClass.Stable
            : place < standing ? OutcomeClass.Unstable
            : OutcomeClass.Failure;
        return whole with { State = state };
    }
}
