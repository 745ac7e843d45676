namespace DeepmineSentinel.Core.Stability;

/// <summary>Gravity factor C where blocks slide on a joint (Hadjigeorgiou, Leclair and Potvin 1995), read from its curves.</summary>
public static class SlidingFactor
{
    // At joint dips of 10, 20, ... 90 degrees.
    private static readonly double[] Flatter = [8, 7.6, 7.1, 6.6, 5.9, 5, 4, 3, 2];
    private static readonly double[] Steeper = [8, 7.8, 7.5, 7.2, 6.8, 6.4, 6, 5.6, 5];

    /// <summary>Factor C, linear between the tabulated dips; below 10 degrees the first value holds.</summary>
    /// <param name="jointDipDegrees">Dip of the joint, degrees, 0 to 90.</param>
    /// <param name="jointSteeperThanWall">Whether the joint is steeper than the wall.</param>
    public static double FactorC(double jointDipDegrees, bool jointSteeperThanWall)
    {
        double[] table = jointSteeperThanWall ? Steeper : Flatter;
        double place = Math.Max(0, (StabilityNumber.Angle(jointDipDegrees, nameof(jointDipDegrees)) / 10) - 1);
        int below = Math.Min((int)place, table.Length - 2);
        return table[below] + ((place - below) * (table[below + 1] - table[below]));
    }
}
