namespace DeepmineSentinel.Core.Stability;

/// <summary>Equivalent linear overbreak/slough: its definition, dilution, and the contours of Clark and Pakalnis (1997).</summary>
public static class Elos
{
    private static readonly double[] Radii = [5, 8, 10, 12, 15];

    // N' along the contours of 0.5, 1 and 2 m, digitised.
    private static readonly double[][] Contours =
    [
        [6.0, 13.3, 22.3, 33.3, 46.8],
        [3.0, 7.7, 12.8, 17.9, 27.9],
        [1.4, 3.5, 5.9, 9.5, 17.0],
    ];

    /// <summary>ELOS in metres: slough volume over wall area.</summary>
    /// <param name="sloughCubicMetres">Volume, m3.</param>
    /// <param name="wallSquareMetres">Wall area, m2, above 0.</param>
    public static double Metres(double sloughCubicMetres, double wallSquareMetres) =>
        sloughCubicMetres / StabilityNumber.Positive(wallSquareMetres, nameof(wallSquareMetres));

    /// <summary>Dilution, %: 100 ELOS over the width of the stope.</summary>
    public static double DilutionPercent(double elosMetres, double widthMetres) =>
        100 * elosMetres / StabilityNumber.Positive(widthMetres, nameof(widthMetres));

    /// <summary>N' on a contour, interpolated in log N' between the digitised radii.</summary>
    /// <param name="contour">0, 1 or 2: the contour of 0.5, 1 or 2 m.</param>
    /// <param name="hydraulicRadiusMetres">Hydraulic radius, m.</param>
    /// <returns>Null outside the digitised radii, 5 to 15 m: nothing is extrapolated.</returns>
    public static double? ContourNPrime(int contour, double hydraulicRadiusMetres)
    {
        if (!(hydraulicRadiusMetres >= Radii[0] && hydraulicRadiusMetres <= Radii[^1]))
        {
            return null;
        }

        int right = 1;
        while (hydraulicRadiusMetres > Radii[right])
        {
            right++;
        }

        double share = (hydraulicRadiusMetres - Radii[right - 1]) / (Radii[right] - Radii[right - 1]);
        double[] numbers = Contours[contour];
        return Math.Exp(((1 - share) * Math.Log(numbers[right - 1])) + (share * Math.Log(numbers[right])));
    }

    /// <summary>The band a surface lies in.</summary>
    /// <param name="hydraulicRadiusMetres">Hydraulic radius, m.</param>
    /// <param name="nPrime">Modified stability number.</param>
    /// <returns>Null outside the digitised radii.</returns>
    public static ElosBand? Band(double hydraulicRadiusMetres, double nPrime)
    {
        if (ContourNPrime(0, hydraulicRadiusMetres) is not { } half)
        {
            return null;
        }

        if (nPrime >= half)
        {
            return ElosBand.UpToHalfMetre;
        }

        if (nPrime >= ContourNPrime(1, hydraulicRadiusMetres))
        {
            return ElosBand.HalfToOneMetre;
        }

        return nPrime >= ContourNPrime(2, hydraulicRadiusMetres) ? ElosBand.OneToTwoMetres : ElosBand.AboveTwoMetres;
    }
}
