using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Tests;

/// <summary>A small mine with every kind of row and numbers that are hard to write.</summary>
internal static class Samples
{
    public const double Awkward = 0.1 + 0.2;

    private static readonly DateTime Start = new(2025, 6, 1, 6, 0, 0, DateTimeKind.Utc);

    public static IReadOnlyList<StopeHistory> Mine(string mine = "North") =>
        [Stope(mine, "A", 3), Stope(mine, "B \"x\", y", 0)];

    private static StopeHistory Stope(string mine, string name, int days) =>
        new()
        {
            Mine = mine,
            Name = name,
            Properties = SqliteSite.Rock,
            UndatedStability = days > 0 ? false : null,
            Readings = [.. Enumerable.Range(0, days).Select(Reading)],
            Events =
            [
                new()
                {
                    Timestamp = Start,
                    Type = EventType.Blast,
                    ChargeKilograms = 1.0 / 3,
                    Notes = "two\nlines, \"quoted\"",
                },
            ],
            Outcomes =
            [
                new()
                {
                    ObservedAt = Start.AddDays(4),
                    OccurredAt = Start.AddDays(3).AddTicks(1),
                    Class = OutcomeClass.Failure,
                    ElosMetres = Math.PI,
                    Source = "=survey",
                },
            ],
        };

    private static Reading Reading(int day) =>
        new()
        {
            Timestamp = Start.AddDays(day),
            VibrationVelocityMmPerSecond = day == 1 ? null : 5e-324,
            DeformationRateMmPerDay = -1.0 / 3,
            StressMegapascals = Awkward,
        };
}
