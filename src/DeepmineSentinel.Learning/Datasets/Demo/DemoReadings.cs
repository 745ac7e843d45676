using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>One reading a day at six in the morning until the stope fails: what sensors with faults make of the truth.</summary>
internal static class DemoReadings
{
    private const double Hour = 6.0 / 24;

    public static IReadOnlyList<Reading> Draw(
        StopeTruth stope,
        StopeProperties properties,
        DemoMineOptions options,
        int index
    )
    {
        SeededNumbers numbers = new(options.Seed, "readings", index);
        DemoSignals signals = new(stope, properties, options.Parameters, numbers);
        DemoSensor[] sensors =
        [
            .. ReadingQuantities.All.Select(
                (quantity, channel) =>
                    new DemoSensor(options, new SeededNumbers(options.Seed, $"sensor {quantity.Name}", index), channel)
            ),
        ];
        List<Reading> readings = [];
        for (int day = 0; day < options.Days && !(stope.FailureDay <= day + Hour); day++)
        {
            double moment = day + Hour;
            readings.Add(
                new Reading
                {
                    Timestamp = stope.Start.AddDays(day).AddHours(24 * Hour),
                    VibrationVelocityMmPerSecond = sensors[0].Read(day, signals.Vibration(moment)),
                    DeformationRateMmPerDay = sensors[1].Read(day, signals.Deformation(moment)),
                    StressMegapascals = sensors[2].Read(day, signals.Stress(moment)),
                    TemperatureCelsius = sensors[3].Read(day, signals.Temperature(moment)),
                    HumidityPercent = sensors[4].Read(day, signals.Humidity(moment)),
                }
            );
        }

        return readings;
    }
}
