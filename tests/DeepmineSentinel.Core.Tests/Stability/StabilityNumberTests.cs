using System.Globalization;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Tests.Stability;

public sealed class StabilityNumberTests
{
    [Theory]
    [InlineData(90, 9, 3, 1, 30)]
    [InlineData(93, 2, 1.5, 2, 34.875)]
    [InlineData(98, 3, 2, 1, 65.3333333333)]
    public void Q_prime_is_block_size_times_joint_strength(double rqd, double jn, double jr, double ja, double q) =>
        Assert.Equal(q, StabilityNumber.QPrime(rqd, jn, jr, ja), 1e-9);

    [Theory]
    [InlineData(100, 100, 0.1)]
    [InlineData(200, 100, 0.1)]
    [InlineData(500, 100, 0.4375)]
    [InlineData(1000, 100, 1)]
    [InlineData(2000, 100, 1)]
    [InlineData(100, 0, 1)]
    [InlineData(100, -5, 1)]
    public void Factor_a_follows_the_ratio_of_strength_to_stress(double ucs, double stress, double a) =>
        Assert.Equal(a, StabilityNumber.FactorA(ucs, stress), 1e-12);

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(10, 0.2)]
    [InlineData(20, 0.2)]
    [InlineData(45, 0.5)]
    [InlineData(60, 0.8)]
    [InlineData(90, 1)]
    public void Factor_b_follows_the_joint_angle(double angle, double b) =>
        Assert.Equal(b, StabilityNumber.FactorB(angle), 1e-12);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(20, 0.3)]
    [InlineData(45, 0.4)]
    [InlineData(60, 0.8)]
    [InlineData(90, 1)]
    public void The_original_factor_b_is_another(double angle, double b) =>
        Assert.Equal(b, OriginalStabilityNumber.FactorB(angle), 1e-12);

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(60, 5, 4.5)]
    [InlineData(90, 8, 8)]
    public void Factor_c_grows_with_the_dip(double dip, double modified, double original)
    {
        Assert.Equal(modified, StabilityNumber.FactorC(dip), 1e-12);
        Assert.Equal(original, OriginalStabilityNumber.FactorC(dip), 1e-12);
    }

    [Theory]
    [InlineData(5, 8, 8)]
    [InlineData(10, 8, 8)]
    [InlineData(25, 7.35, 7.65)]
    [InlineData(90, 2, 5)]
    public void Sliding_is_read_between_the_tabulated_dips(double dip, double flatter, double steeper)
    {
        Assert.Equal(flatter, SlidingFactor.FactorC(dip, jointSteeperThanWall: false), 1e-12);
        Assert.Equal(steeper, SlidingFactor.FactorC(dip, jointSteeperThanWall: true), 1e-12);
    }

    [Fact]
    public void Every_factor_is_continuous_and_bounded_over_its_whole_range()
    {
        for (double angle = 0; angle < 90; angle += 0.05)
        {
            double next = Math.Min(90, angle + 0.05);
            Assert.InRange(StabilityNumber.FactorB(next) - StabilityNumber.FactorB(angle), -0.002, 0.002);
            Assert.InRange(
                OriginalStabilityNumber.FactorB(next) - OriginalStabilityNumber.FactorB(angle),
                -0.002,
                0.002
            );
            Assert.InRange(StabilityNumber.FactorC(next) - StabilityNumber.FactorC(angle), 0, 0.006);
            Assert.InRange(SlidingFactor.FactorC(next, true) - SlidingFactor.FactorC(angle, true), -0.006, 0);
            Assert.InRange(StabilityNumber.FactorB(angle), 0.2, 1);
        }

        for (double ratio = 0.1; ratio < 15; ratio += 0.01)
        {
            Assert.InRange(StabilityNumber.FactorA(ratio + 0.01, 1) - StabilityNumber.FactorA(ratio, 1), 0, 0.0012);
        }
    }

    [Fact]
    public void Tension_lowers_factor_a_from_nine_tenths()
    {
        Assert.Equal(0.9 * Math.Exp(-0.55), StabilityNumber.FactorAInTension(100, -5), 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => StabilityNumber.FactorAInTension(100, 1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(91)]
    [InlineData(double.NaN)]
    public void An_angle_that_is_none_is_refused(double angle)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StabilityNumber.FactorB(angle));
        Assert.Throws<ArgumentOutOfRangeException>(() => StabilityNumber.FactorC(angle));
    }

    [Fact]
    public void What_is_given_wins_over_what_is_computed_and_nothing_is_guessed()
    {
        StopeProperties bare = Properties();
        Assert.Null(StopeStability.Of(bare).NPrime);
        StopeProperties measured = bare with
        {
            JointSetNumber = 9,
            JointRoughnessNumber = 3,
            JointAlterationNumber = 1,
            UcsMegapascals = 100,
            InducedStressMegapascals = 20,
            JointAngleDegrees = 45,
        };
        StopeStability computed = StopeStability.Of(measured);
        Assert.Equal(30 * 0.4375 * 0.5 * 8, computed.NPrime!.Value, 9);
        Assert.Equal(12, StopeStability.Of(measured with { QPrime = 12 }).QPrime);
        Assert.Equal(0.7, StopeStability.Of(measured with { FactorA = 0.7 }).FactorA);
    }

    [Fact]
    public void The_published_case_histories_satisfy_n_prime_from_their_own_factors()
    {
        string? file = SharedData("case-histories/stability_graph_316.csv");
        Assert.SkipUnless(file is not null, "../shared/data/case-histories is absent.");
        int checkedRows = 0;
        foreach (string line in File.ReadLines(file!).Skip(1))
        {
            // Counted from the end: some names have a quoted comma.
            string[] cells = line.Split(',');
            double[] numbers = [.. cells[^11..^1].Select(Number)];
            double n = StabilityNumber.NPrime(numbers[4], numbers[5], numbers[6], numbers[7]);
            if (!double.IsNaN(n))
            {
                Assert.InRange(n / numbers[8], 0.98, 1.02);
                checkedRows++;
            }
        }

        Assert.InRange(checkedRows, 300, 316);
    }

    private static double Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    private static string? SharedData(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, "shared", "data", path);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private static StopeProperties Properties() =>
        new()
        {
            RqdPercent = 90,
            HydraulicRadiusMetres = 5,
            DepthMetres = 300,
            DipDegrees = 90,
            Direction = CompassDirection.East,
            UndercutWidthMetres = 4,
            RockType = RockType.Gneiss,
            SupportType = SupportType.None,
            SupportDensity = 0,
            SupportInstalled = false,
        };
}
