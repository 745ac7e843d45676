using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>Contributions along a path. T steps, C channels.</summary>
/// <param name="ByFeature">Of each feature, that of a channel being the sum of its steps.</param>
/// <param name="Cells">Of each step and channel, [T, C]; 0 where nothing was measured.</param>
internal sealed record PathContributions(Dictionary<string, double> ByFeature, float[] Cells)
{
    public double Sum => ByFeature.Values.Sum();

    /// <summary>The cells with their days and with what was measured.</summary>
    /// <param name="encoder">Encodes the stope; has the names of the channels and the window.</param>
    /// <param name="moment">The stope.</param>
    /// <param name="difference">What all contributions should add up to.</param>
    public SeriesAttribution? ToAttribution(FeatureEncoder encoder, StopeMoment moment, double difference)
    {
        if (!double.IsFinite(difference) || !double.IsFinite(Sum))
        {
            return null;
        }

        double[] window = encoder.ForStope(moment.Stope).Window(moment.AsOf);
        int channels = encoder.ChannelNames.Count;
        List<ChannelAttribution> measured = [];
        for (int channel = 0; channel < channels; channel++)
        {
            float?[] values = new float?[encoder.Window.Length];
            float?[] parts = new float?[values.Length];
            for (int step = 0; step < values.Length; step++)
            {
                int at = (step * channels) + channel;
                if (!double.IsNaN(window[at]))
                {
                    (values[step], parts[step]) = ((float)window[at], Cells[at]);
                }
            }

            if (values.Any(value => value is not null))
            {
                measured.Add(new ChannelAttribution(encoder.ChannelNames[channel], values, parts));
            }
        }

        return new SeriesAttribution
        {
            From = moment.AsOf is { } asOf ? encoder.Window.FirstDayOf(asOf) : DateTime.UnixEpoch,
            StepDays = encoder.Window.StepDays,
            Difference = difference,
            Sum = Sum,
            Channels = measured,
        };
    }
}
