using DeepmineSentinel.Core.Stability;

namespace DeepmineSentinel.Core.Tests.Stability;

public sealed class GraphTests
{
    [Fact]
    public void Hydraulic_radius_of_a_rectangle_is_area_over_perimeter()
    {
        Assert.Equal(6, HydraulicRadius.OfRectangle(20, 30), 12);
        Assert.Equal(HydraulicRadius.Of(600, 100), HydraulicRadius.OfRectangle(20, 30), 12);
    }

    [Fact]
    public void The_longest_strike_has_the_radius_it_was_made_for_and_is_unlimited_for_low_walls()
    {
        double strike = HydraulicRadius.LongestStrikeMetres(6, 30);
        Assert.Equal(20, strike, 9);
        Assert.Equal(6, HydraulicRadius.OfRectangle(strike, 30), 9);
        Assert.True(double.IsPositiveInfinity(HydraulicRadius.LongestStrikeMetres(6, 12)));
    }

    [Fact]
    public void The_refined_graph_has_the_zones_of_its_published_lines()
    {
        // At HR 10 m the lines lie at 37.87 and 9.77, worked out by hand from 0.0766 * 10^2.694 and 0.02 * 10^2.689.
        Assert.Equal(37.865, RefinedGraph.StableLine(10), 0.005);
        Assert.Equal(9.773, RefinedGraph.FailureLine(10), 0.005);
        Assert.Equal(GraphZone.Stable, RefinedGraph.Zone(10, 38));
        Assert.Equal(GraphZone.Unstable, RefinedGraph.Zone(10, 37));
        Assert.Equal(GraphZone.Unstable, RefinedGraph.Zone(10, 10));
        Assert.Equal(GraphZone.Failure, RefinedGraph.Zone(10, 9.7));
        double largest = RefinedGraph.LargestStableHydraulicRadiusMetres(38);
        Assert.Equal(38, RefinedGraph.StableLine(largest), 9);
    }

    [Fact]
    public void The_extended_graph_has_the_zones_of_its_published_lines()
    {
        Assert.Equal(0.2119 * Math.Pow(20, 1.82), ExtendedMathews.FailureLine(20), 12);
        Assert.Equal(GraphZone.Stable, ExtendedMathews.Zone(10, 20));
        Assert.Equal(GraphZone.Failure, ExtendedMathews.Zone(20, 20));
        Assert.Equal(GraphZone.Caving, ExtendedMathews.Zone(60, 1));
    }

    [Fact]
    public void Isoprobability_gives_the_fitted_values_and_moves_the_right_way()
    {
        double logit = 4.0953 - (3.5939 * Math.Log(6)) + (1.3326 * Math.Log(20));
        Assert.Equal(1 / (1 + Math.Exp(-logit)), Isoprobability.Stable(6, 20), 12);
        for (double radius = 1; radius < 20; radius += 0.5)
        {
            for (double n = 0.1; n < 500; n *= 2)
            {
                Assert.True(Isoprobability.Stable(radius, n) > Isoprobability.Stable(radius + 0.5, n));
                Assert.True(Isoprobability.Stable(radius, n) < Isoprobability.Stable(radius, 2 * n));
                Assert.True(Isoprobability.NotFailure(radius, n) >= Isoprobability.Stable(radius, n));
            }
        }
    }

    [Fact]
    public void The_published_stable_line_lies_near_two_thirds_of_being_stable()
    {
        for (double radius = 4; radius <= 12; radius++)
        {
            Assert.InRange(Isoprobability.Stable(radius, RefinedGraph.StableLine(radius)), 0.6, 0.72);
        }
    }

    [Fact]
    public void The_fit_says_where_it_holds()
    {
        Assert.True(Isoprobability.IsInsideFit(5, 10));
        Assert.False(Isoprobability.IsInsideFit(0.9, 10));
        Assert.False(Isoprobability.IsInsideFit(24, 10));
        Assert.False(Isoprobability.IsInsideFit(5, 800));
    }

    [Fact]
    public void Elos_contours_pass_through_the_digitised_points_and_never_extrapolate()
    {
        Assert.Equal(6.0, Elos.ContourNPrime(0, 5)!.Value, 9);
        Assert.Equal(12.8, Elos.ContourNPrime(1, 10)!.Value, 9);
        Assert.Equal(17.0, Elos.ContourNPrime(2, 15)!.Value, 9);
        Assert.Equal(Math.Sqrt(13.3 * 22.3), Elos.ContourNPrime(0, 9)!.Value, 9);
        Assert.Null(Elos.ContourNPrime(0, 4.9));
        Assert.Null(Elos.Band(15.1, 10));
        Assert.Equal(ElosBand.UpToHalfMetre, Elos.Band(8, 14));
        Assert.Equal(ElosBand.HalfToOneMetre, Elos.Band(8, 10));
        Assert.Equal(ElosBand.OneToTwoMetres, Elos.Band(8, 5));
        Assert.Equal(ElosBand.AboveTwoMetres, Elos.Band(8, 3));
    }

    [Fact]
    public void Elos_and_dilution_follow_their_definitions()
    {
        Assert.Equal(0.5, Elos.Metres(300, 600), 12);
        Assert.Equal(10, Elos.DilutionPercent(0.5, 5), 12);
    }

    [Theory]
    [InlineData(0, 20, 1)]
    [InlineData(3, 20, 0.8)]
    [InlineData(5, 20, 0.5)]
    [InlineData(12, 20, 0.5)]
    [InlineData(12.1, 20, 0.3)]
    [InlineData(2.9, 5, 0.8)]
    [InlineData(13, 5, 0.2)]
    public void Exposure_lowers_the_stability_number_in_steps(double months, double q, double factor) =>
        Assert.Equal(factor, ExposureTime.Factor(months, q));

    [Fact]
    public void Stress_without_measurement_follows_depth()
    {
        Assert.Equal(27, InSituStress.VerticalMegapascals(1_000), 12);
        Assert.Equal(0.25 + (7 * 50 * 0.002), InSituStress.HorizontalRatio(50, 1_000), 12);
    }
}
