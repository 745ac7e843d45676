using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Runs.Ablation;

/// <summary>Takes values away from readings, each by itself, whatever it is; rows stay, so that samples are the same.</summary>
internal static class MissingReadings
{
    public static MineDataset Without(MineDataset data, double share) =>
        new(
            [.. data.Stopes.Select(stope => stope with { Readings = Thinned(stope, share) })],
            Configuration.HashOf(string.Create(CultureInfo.InvariantCulture, $"{data.ContentHash} without {share}"))
        );

    private static Reading[] Thinned(StopeHistory stope, double share)
    {
        SeededNumbers numbers = new(42, $"missing {stope.Mine}\n{stope.Name}");
        double? Kept(double? value) => numbers.NextDouble() < share ? null : value;
        return
        [
            .. stope.Readings.Select(reading =>
                reading with
                {
                    VibrationVelocityMmPerSecond = Kept(reading.VibrationVelocityMmPerSecond),
                    DeformationRateMmPerDay = Kept(reading.DeformationRateMmPerDay),
                    StressMegapascals = Kept(reading.StressMegapascals),
                    TemperatureCelsius = Kept(reading.TemperatureCelsius),
                    HumidityPercent = Kept(reading.HumidityPercent),
                }
            ),
        ];
    }
}
