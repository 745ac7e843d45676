namespace DeepmineSentinel.Core.Monitoring;

/// <summary>Peak particle velocity by the scaled-distance law PPV = K (R / sqrt W)^-B; K and B belong to a site.</summary>
/// <param name="Factor">K, mm/s.</param>
/// <param name="Power">B.</param>
public sealed record BlastVibration(double Factor, double Power)
{
    /// <summary>Peak particle velocity, mm/s.</summary>
    /// <param name="chargeKilograms">Charge a delay, kg, above 0.</param>
    /// <param name="distanceMetres">Distance, m, above 0.</param>
    public double PpvMmPerSecond(double chargeKilograms, double distanceMetres) =>
        Factor * Math.Pow(ScaledDistance(chargeKilograms, distanceMetres), -Power);

    /// <summary>R / sqrt W, m/kg^0.5.</summary>
    public static double ScaledDistance(double chargeKilograms, double distanceMetres)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chargeKilograms);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distanceMetres);
        return distanceMetres / Math.Sqrt(chargeKilograms);
    }

    /// <summary>K and B from a site's own blasts, by least squares in logarithms.</summary>
    /// <param name="blasts">Charge (kg), distance (m) and measured PPV (mm/s), all above 0; at least three.</param>
    /// <returns>Null with fewer than three blasts or without decay over distance.</returns>
    public static BlastVibration? Fit(IReadOnlyList<(double Charge, double Distance, double Ppv)> blasts)
    {
        if (blasts.Count < 3)
        {
            return null;
        }

        StraightLine line = StraightLine.Through(
            [.. blasts.Select(blast => Math.Log(ScaledDistance(blast.Charge, blast.Distance)))],
            [.. blasts.Select(blast => Math.Log(blast.Ppv))]
        );
        return line.Slope < 0 ? new BlastVibration(Math.Exp(line.Intercept), -line.Slope) : null;
    }

    /// <summary>Critical PPV, mm/s: tensile strength x Vp / E (verify at the site).</summary>
    /// <param name="tensileStrengthMegapascals">Tensile strength, MPa.</param>
    /// <param name="pWaveMetresPerSecond">Speed of the P wave, m/s.</param>
    /// <param name="youngModulusGigapascals">Young's modulus, GPa, above 0.</param>
    public static double CriticalPpvMmPerSecond(
        double tensileStrengthMegapascals,
        double pWaveMetresPerSecond,
        double youngModulusGigapascals
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(youngModulusGigapascals);
        // MPa m/s over GPa is mm/s.
        return tensileStrengthMegapascals * pWaveMetresPerSecond / youngModulusGigapascals;
    }
}
