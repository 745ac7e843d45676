namespace DeepmineSentinel.Core.Stability;

/// <summary>Stress where none was measured; defaults to verify at the site.</summary>
public static class InSituStress
{
    /// <summary>Vertical stress, 0.027 MPa a metre.</summary>
    public static double VerticalMegapascals(double depthMetres) => 0.027 * depthMetres;

    /// <summary>Ratio of horizontal to vertical stress, 0.25 + 7E(0.001 + 1/z) (Sheorey 1994).</summary>
    /// <param name="youngModulusGigapascals">Mean deformation modulus of the rock above, GPa.</param>
    /// <param name="depthMetres">Depth, m, above 0.</param>
    public static double HorizontalRatio(double youngModulusGigapascals, double depthMetres) =>
        0.25
        + (7 * youngModulusGigapascals * (0.001 + (1 / StabilityNumber.Positive(depthMetres, nameof(depthMetres)))));
}
