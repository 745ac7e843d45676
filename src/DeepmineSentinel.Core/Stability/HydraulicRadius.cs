namespace DeepmineSentinel.Core.Stability;

/// <summary>Hydraulic radius of a surface: area over perimeter, m.</summary>
public static class HydraulicRadius
{
    /// <summary>Of any surface.</summary>
    /// <param name="areaSquareMetres">Area, m2, above 0.</param>
    /// <param name="perimeterMetres">Perimeter, m, above 0.</param>
    public static double Of(double areaSquareMetres, double perimeterMetres) =>
        StabilityNumber.Positive(areaSquareMetres, nameof(areaSquareMetres))
        / StabilityNumber.Positive(perimeterMetres, nameof(perimeterMetres));

    /// <summary>Of a rectangle, ab / (2(a+b)).</summary>
    /// <param name="lengthMetres">One side, m, above 0.</param>
    /// <param name="heightMetres">The other side, m, above 0.</param>
    public static double OfRectangle(double lengthMetres, double heightMetres) =>
        Of(
            StabilityNumber.Positive(lengthMetres, nameof(lengthMetres)) * heightMetres,
            2 * (lengthMetres + heightMetres)
        );

    /// <summary>Longest strike of a rectangle of given height that keeps the radius: 2 HR H / (H - 2 HR).</summary>
    /// <returns>Metres; positive infinity where the height alone keeps it (H at most 2 HR).</returns>
    public static double LongestStrikeMetres(double hydraulicRadiusMetres, double heightMetres)
    {
        double radius = StabilityNumber.Positive(hydraulicRadiusMetres, nameof(hydraulicRadiusMetres));
        double spare = StabilityNumber.Positive(heightMetres, nameof(heightMetres)) - (2 * radius);
        return spare <= 0 ? double.PositiveInfinity : 2 * radius * heightMetres / spare;
    }
}
