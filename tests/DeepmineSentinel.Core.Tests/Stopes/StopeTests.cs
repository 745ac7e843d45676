using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Tests.Stopes;

public sealed class StopeTests
{
    private static readonly DateTime Moment = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly StopeProperties Sound = new()
    {
        RqdPercent = 75,
        HydraulicRadiusMetres = 6,
        DepthMetres = 400,
        DipDegrees = 65,
        Direction = CompassDirection.North,
        UndercutWidthMetres = 5,
        RockType = RockType.Granite,
        SupportType = SupportType.RockBolts,
        SupportDensity = 0.8,
        SupportInstalled = true,
    };

    public static TheoryData<string, StopeProperties> OutOfRange =>
        new()
        {
            { "rqd", Sound with { RqdPercent = 101 } },
            { "rqd", Sound with { RqdPercent = double.NaN } },
            { "hr", Sound with { HydraulicRadiusMetres = 0 } },
            { "hr", Sound with { HydraulicRadiusMetres = double.PositiveInfinity } },
            { "depth", Sound with { DepthMetres = -1 } },
            { "dip", Sound with { DipDegrees = 95 } },
            { "undercut_wdt", Sound with { UndercutWidthMetres = 0 } },
            { "support_density", Sound with { SupportDensity = -0.1 } },
            { "support_density", Sound with { SupportType = SupportType.None } },
            { "Jn", Sound with { JointSetNumber = 0 } },
            { "joint_angle_deg", Sound with { JointAngleDegrees = 91 } },
        };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_property_out_of_range_is_named_and_refused(string field, StopeProperties properties)
    {
        Assert.Contains(properties.Problems(), problem => problem.Field == field);
        SentinelException refused = Assert.Throws<SentinelException>(() => new Stope(1, "A", properties, Moment));
        Assert.StartsWith(field, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_reported_at_once() =>
        Assert.Equal(3, (Sound with { RqdPercent = -1, DepthMetres = -1, DipDegrees = 91 }).Problems().Count());

    [Fact]
    public void The_list_of_quantities_is_in_the_order_of_a_stopes_values() =>
        Assert.Equal(StopeQuantities.All, Sound.Quantities().Select(quantity => quantity.Range));

    [Fact]
    public void A_sound_stope_has_no_problems() => Assert.Empty(Sound.Problems());

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void A_name_must_be_a_name(string? name) =>
        Assert.Equal(
            "invalid_stope_name",
            Assert.Throws<SentinelException>(() => new Stope(1, name!, Sound, Moment)).Code
        );

    [Fact]
    public void A_name_is_trimmed_and_bounded()
    {
        Assert.Equal("North 5", new Stope(1, " North 5 ", Sound, Moment).Name);
        Assert.Throws<SentinelException>(() => new Stope(1, new string('x', 101), Sound, Moment));
    }

    [Fact]
    public void Every_change_raises_the_revision_and_the_time()
    {
        Stope stope = new(1, "A", Sound, Moment);
        stope.Describe(Sound with { DepthMetres = 410 }, Moment.AddDays(1));
        stope.Archive(Moment.AddDays(2));
        stope.Restore(Moment.AddDays(3));
        Assert.Equal((3, Moment.AddDays(3), null), (stope.Revision, stope.UpdatedAt, stope.ArchivedAt));
    }

    [Fact]
    public void Archiving_twice_keeps_the_first_moment()
    {
        Stope stope = new(1, "A", Sound, Moment);
        stope.Archive(Moment.AddDays(1));
        stope.Archive(Moment.AddDays(2));
        Assert.Equal(Moment.AddDays(1), stope.ArchivedAt);
    }

    [Fact]
    public void A_refused_change_leaves_the_stope_as_it_was()
    {
        Stope stope = new(1, "A", Sound, Moment);
        Assert.Throws<SentinelException>(() => stope.Describe(Sound with { RqdPercent = 101 }, Moment.AddDays(1)));
        Assert.Equal((0, Moment, Sound), (stope.Revision, stope.UpdatedAt, stope.Properties));
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    public void A_mine_needs_a_zone_that_exists(string zone) =>
        Assert.Equal("unknown_time_zone", Assert.Throws<SentinelException>(() => new Mine("M", zone)).Code);
}
