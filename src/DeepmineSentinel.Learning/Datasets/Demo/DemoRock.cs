using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>Rock mass, geometry and support from plausible ranges (Barton's tables; Hoek and Brown for strengths).</summary>
internal static class DemoRock
{
    private static readonly double[] JointSets = [3, 4, 6, 9, 9, 12];
    private static readonly double[] Roughness = [1, 1.5, 1.5, 2, 3];
    private static readonly double[] Alteration = [0.75, 1, 1, 2, 3, 4];

    // Mean UCS, MPa, in the order of RockType.
    private static readonly double[] Strength = [160, 170, 110, 60, 100, 90, 140, 80, 190, 95, 85];

    public static StopeProperties Draw(SeededNumbers numbers, DemoMineParameters parameters)
    {
        RockType rock = (RockType)numbers.NextIndex(Strength.Length);
        double strength = Math.Round(
            parameters.StrengthFactor * Strength[(int)rock] * Math.Exp(0.15 * numbers.NextNormal())
        );
        double depth = Math.Round(
            numbers.NextBetween(parameters.DepthMetres.Shallowest, parameters.DepthMetres.Deepest)
        );
        double vertical = InSituStress.VerticalMegapascals(depth);
        StopeProperties rockMass = new()
        {
            RqdPercent = Math.Round(Math.Clamp(parameters.RqdMeanPercent + (16 * numbers.NextNormal()), 20, 100), 1),
            HydraulicRadiusMetres = 1,
            DepthMetres = depth,
            DipDegrees = Math.Round(numbers.NextBetween(45, 90), 1),
            Direction = (CompassDirection)numbers.NextIndex(8),
            UndercutWidthMetres = Math.Round(numbers.NextBetween(3, 9), 1),
            RockType = rock,
            SupportType = SupportType.None,
            SupportDensity = 0,
            SupportInstalled = false,
            JointSetNumber = JointSets[numbers.NextIndex(JointSets.Length)],
            JointRoughnessNumber = Roughness[numbers.NextIndex(Roughness.Length)],
            JointAlterationNumber = Alteration[numbers.NextIndex(Alteration.Length)],
            UcsMegapascals = strength,
            InducedStressMegapascals = Math.Round(vertical * numbers.NextBetween(0.8, 2.2), 1),
            JointAngleDegrees = Math.Round(numbers.NextBetween(5, 90)),
        };
        return Supported(Sized(Rated(rockMass), numbers), numbers);
    }

    // Rounded as they are written to files, so that N' from the columns is the N' that the hazard was made of.
    private static StopeProperties Rated(StopeProperties rock)
    {
        StopeStability stability = StopeStability.Of(rock);
        return rock with
        {
            QPrime = Math.Round(stability.QPrime!.Value, 3),
            FactorA = Math.Round(stability.FactorA!.Value, 3),
            FactorB = Math.Round(stability.FactorB!.Value, 3),
            FactorC = Math.Round(stability.FactorC, 3),
        };
    }

    // Engineers open less where the ground is worse: the radius follows 85 % of the refined graph's largest, with a wide scatter.
    private static StopeProperties Sized(StopeProperties rock, SeededNumbers numbers)
    {
        double largest = RefinedGraph.LargestStableHydraulicRadiusMetres(StopeStability.Of(rock).NPrime!.Value);
        double radius = 0.85 * Math.Clamp(largest, 2.5, 12) * Math.Exp(0.3 * numbers.NextNormal());
        return rock with { HydraulicRadiusMetres = Math.Round(Math.Clamp(radius, 1.5, 20), 2) };
    }

    private static StopeProperties Supported(StopeProperties rock, SeededNumbers numbers)
    {
        SupportType type = (SupportType)numbers.NextIndex(7);
        double density = Math.Round(numbers.NextBetween(0.1, 1.2), 2);
        bool installed = numbers.NextDouble() < 0.85;
        return type == SupportType.None
            ? rock
            : rock with
            {
                SupportType = type,
                SupportDensity = density,
                SupportInstalled = installed,
            };
    }
}
