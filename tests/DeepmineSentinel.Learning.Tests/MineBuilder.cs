using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Tests;

/// <summary>Small histories for tests.</summary>
internal static class MineBuilder
{
    public static readonly DateTime Start = new(2025, 1, 1, 6, 0, 0, DateTimeKind.Utc);

    public static readonly StopeProperties Rock = new()
    {
        RqdPercent = 80,
        HydraulicRadiusMetres = 6,
        DepthMetres = 400,
        DipDegrees = 70,
        Direction = CompassDirection.North,
        UndercutWidthMetres = 5,
        RockType = RockType.Granite,
        SupportType = SupportType.Mesh,
        SupportDensity = 0.5,
        SupportInstalled = true,
    };

    public static StopeHistory Stope(string name, int days = 0, bool? stable = null) =>
        new()
        {
            Mine = "Test mine",
            Name = name,
            Properties = Rock,
            UndatedStability = stable,
            Readings = [.. Enumerable.Range(0, days).Select(day => Reading(Start.AddDays(day), day))],
        };

    public static Reading Reading(DateTime at, double value) =>
        new()
        {
            Timestamp = at,
            VibrationVelocityMmPerSecond = 1 + (value % 5),
            DeformationRateMmPerDay = 0.1 * value,
            StressMegapascals = 30 + value,
            TemperatureCelsius = 20,
            HumidityPercent = 60,
        };

    public static Outcome Outcome(double day, OutcomeClass what, double? occurredDay = null) =>
        new()
        {
            ObservedAt = Start.AddDays(day),
            OccurredAt = occurredDay is { } occurred ? Start.AddDays(occurred) : null,
            Class = what,
        };

    public static MineDataset Data(params IEnumerable<StopeHistory> stopes) => new([.. stopes], new string('0', 64));
}
