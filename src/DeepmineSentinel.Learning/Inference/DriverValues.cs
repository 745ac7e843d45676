using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>Values of features as people read them, beside what they contributed.</summary>
internal sealed class DriverValues
{
    private readonly Dictionary<string, (string? Value, string Unit)> values = new(StringComparer.Ordinal);

    public DriverValues(StopeMoment moment)
    {
        StopeProperties properties = moment.Stope.Properties;
        foreach ((QuantityRange range, double? value) in properties.Quantities())
        {
            values[range.Name] = (Shown(value), range.Unit);
        }

        StopeStability stability = StopeStability.Of(properties);
        foreach (StaticNumber derived in StaticNumbers.All.Where(number => number.IsDerived))
        {
            values[derived.Name] = (Shown(derived.Value(properties, stability)), derived.Unit);
        }

        values["direction"] = (CategoryName.Of(properties.Direction), "");
        values["rock_type"] = (CategoryName.Of(properties.RockType), "");
        values["support_type"] = (CategoryName.Of(properties.SupportType), "");
        values["support_installed"] = (properties.SupportInstalled ? "yes" : "no", "");
        for (int channel = 0; channel < ReadingQuantities.All.Count; channel++)
        {
            QuantityRange range = ReadingQuantities.All[channel];
            values[range.Name] = (Shown(Newest(moment, channel)), range.Unit);
        }
    }

    public Driver DriverOf(string feature, double contribution) =>
        values.TryGetValue(feature, out (string? Value, string Unit) known)
            ? new Driver(feature, known.Value, known.Unit, contribution)
            : new Driver(feature, null, "", contribution);

    private static double? Newest(StopeMoment moment, int channel)
    {
        double? newest = null;
        IReadOnlyList<Reading> readings = moment.Stope.Readings;
        for (int i = readings.Count - 1; i >= 0 && newest is null; i--)
        {
            newest = readings[i].Timestamp <= moment.AsOf ? ReadingQuantities.Value(readings[i], channel) : null;
        }

        return newest;
    }

    private static string? Shown(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture);
}
