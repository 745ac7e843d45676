using System.Globalization;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Features;

/// <summary>
/// Compares a sample with what training saw. Up to 10 % of the trained span beyond it is a warning; further, or a stope
/// farther from every training stope than 99 % of those are from each other, has no answer. Spans of transformed numbers
/// are spans of the transformed values.
/// </summary>
public sealed class RangeCheck
{
    private const double Tolerance = 0.1;
    private readonly FeatureComponents components;
    private readonly float[][] training;
    private readonly int width;
    private readonly FeatureMask mask;

    internal RangeCheck(FeatureComponents components)
    {
        this.components = components;
        training = [.. components.TrainingStatics.Select(row => row.ToArray())];
        mask = new FeatureMask(components);
        width = StaticLayout.Names(components).Count;
    }

    /// <summary>Checks a stope as of a moment.</summary>
    /// <param name="stope">The stope.</param>
    /// <param name="asOf">End of the window, UTC; null: the newest reading.</param>
    public RangeReport Check(StopeHistory stope, DateTime? asOf)
    {
        List<string> warnings = [];
        List<string> beyond = [];
        CheckNumbers(stope.Properties, warnings, beyond);
        CheckCategories(stope.Properties, warnings);
        CheckChannels(stope, asOf, warnings, beyond);
        if (beyond.Count == 0 && IsFar(stope.Properties))
        {
            beyond.Add("The stope as a whole is unlike every stope of the training data.");
        }

        return new RangeReport([.. beyond, .. warnings], beyond.Count > 0 ? beyond[0] : null);
    }

    private void CheckNumbers(StopeProperties properties, List<string> warnings, List<string> beyond)
    {
        StopeStability stability = StopeStability.Of(properties);
        for (int i = 0; i < components.Numbers.Count; i++)
        {
            StaticNumber number = StaticNumbers.All[i];
            if (number.Value(properties, stability) is not { } value || number.IsDerived || !mask.Keeps(number.Name))
            {
                continue;
            }

            if (components.Numbers[i].Count == 0)
            {
                warnings.Add($"{number.Name} is not in the training data and was ignored.");
                continue;
            }

            Compare(components.Numbers[i], (value, value), warnings, beyond);
        }
    }

    private void CheckCategories(StopeProperties properties, List<string> warnings)
    {
        foreach (CategoryScale category in components.Categories.Where(one => mask.Keeps(one.Name)))
        {
            int value = StaticCategories.ValueOf(category.Name, properties);
            if (category.SlotOf(value) == category.Categories.Count)
            {
                warnings.Add($"{category.Name} {category.Categories[value]} is not in the training data.");
            }
        }
    }

    private void CheckChannels(StopeHistory stope, DateTime? asOf, List<string> warnings, List<string> beyond)
    {
        ReadingGrid grid = new(stope, components.Window);
        if ((asOf ?? grid.Newest) is not { } end)
        {
            return;
        }

        double[] lows = new double[ReadingGrid.Channels];
        double[] highs = new double[ReadingGrid.Channels];
        WindowSpan(grid, end, lows, highs);
        for (int channel = 0; channel < ReadingGrid.Channels; channel++)
        {
            if (lows[channel] <= highs[channel] && components.Channels[channel].Count > 0 && mask.KeepsChannel(channel))
            {
                Compare(components.Channels[channel], (lows[channel], highs[channel]), warnings, beyond);
            }
        }
    }

    private void WindowSpan(ReadingGrid grid, DateTime end, double[] lows, double[] highs)
    {
        Array.Fill(lows, double.PositiveInfinity);
        Array.Fill(highs, double.NegativeInfinity);
        double[] cells = new double[ReadingGrid.Channels];
        int last = components.Window.StepOf(end);
        for (int step = last - components.Window.Length + 1; step <= last; step++)
        {
            grid.Read(step, end, cells);
            for (int channel = 0; channel < cells.Length; channel++)
            {
                lows[channel] = cells[channel] < lows[channel] ? cells[channel] : lows[channel];
                highs[channel] = cells[channel] > highs[channel] ? cells[channel] : highs[channel];
            }
        }
    }

    private static void Compare(
        NumberScale scale,
        (double Low, double High) values,
        List<string> warnings,
        List<string> beyond
    )
    {
        (double Low, double High) seen = (scale.Apply(values.Low), scale.Apply(values.High));
        double excess = Math.Max(scale.Minimum - seen.Low, seen.High - scale.Maximum);
        if (excess <= 0)
        {
            return;
        }

        bool low = scale.Minimum - seen.Low == excess;
        bool far = excess > Tolerance * (scale.Maximum - scale.Minimum);
        string value = Shown(scale, low ? seen.Low : seen.High);
        string bound = Shown(scale, low ? scale.Minimum : scale.Maximum);
        (far ? beyond : warnings).Add(
            (far, low) switch
            {
                (true, true) => $"{scale.Name} {value} lies far below the trained range, which ends at {bound}.",
                (true, false) => $"{scale.Name} {value} lies far above the trained range, which ends at {bound}.",
                (false, true) => $"{scale.Name} {value} lies below the trained range, which ends at {bound}.",
                (false, false) => $"{scale.Name} {value} lies above the trained range, which ends at {bound}.",
            }
        );
    }

    private static string Shown(NumberScale scale, double transformed)
    {
        double value = scale.Undo(transformed);
        string unit = scale.Unit.Length > 0 ? " " + scale.Unit : "";
        return value.ToString("0.##", CultureInfo.InvariantCulture) + unit;
    }

    private bool IsFar(StopeProperties properties)
    {
        float[] row = new float[width];
        StaticLayout.Encode(components, properties, StopeStability.Of(properties), row);
        mask.Clear(row);
        return training.Length > 1 && StaticDistance.ToNearest(training, row, except: -1) > components.DistanceLimit;
    }
}
