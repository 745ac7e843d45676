using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Features;

/// <summary>Encodes all windows of one stope: its statics and its resampled readings are made once.</summary>
public sealed class StopeEncoder
{
    private readonly FeatureEncoder encoder;
    private readonly ReadingGrid grid;
    private readonly float[] statics;

    internal StopeEncoder(FeatureEncoder encoder, StopeHistory stope)
    {
        this.encoder = encoder;
        grid = new ReadingGrid(stope, encoder.Window);
        statics = new float[encoder.StaticCount];
        encoder.EncodeStatic(stope.Properties, statics);
    }

    /// <summary>The newest reading, UTC; null without any.</summary>
    public DateTime? Newest => grid.Newest;

    /// <summary>Encodes one window.</summary>
    /// <param name="asOf">Its end, UTC; nothing later is looked at. Null: the newest reading.</param>
    public EncodedSample Encode(DateTime? asOf)
    {
        float[] series = new float[encoder.SeriesLength];
        float[] mask = new float[encoder.SeriesLength];
        EncodeSeries(asOf, series, mask);
        return new EncodedSample([.. statics], series, mask);
    }

    /// <summary>Encodes one window into a row of a batch.</summary>
    /// <param name="asOf">Its end, UTC; nothing later is looked at. Null: the newest reading.</param>
    /// <param name="row">Static inputs, [S].</param>
    /// <param name="series">Standardised readings, [T, D].</param>
    /// <param name="mask">Where there are readings, [T, D].</param>
    public void Encode(DateTime? asOf, Span<float> row, Span<float> series, Span<float> mask)
    {
        statics.CopyTo(row);
        EncodeSeries(asOf, series, mask);
    }

    /// <summary>What a window holds before it is transformed: units of files, NaN where nothing was measured or used, [T, C].</summary>
    /// <param name="asOf">Its end, UTC; nothing later is looked at. Null: the newest reading.</param>
    internal double[] Window(DateTime? asOf)
    {
        double[] values = new double[encoder.SeriesLength];
        Array.Fill(values, double.NaN);
        if ((asOf ?? grid.Newest) is not { } end || grid.Steps == 0)
        {
            return values;
        }

        int first = encoder.Window.StepOf(end) - encoder.Window.Length + 1;
        for (int step = 0; step < encoder.Window.Length; step++)
        {
            Span<double> cells = values.AsSpan(step * ReadingGrid.Channels, ReadingGrid.Channels);
            grid.Read(first + step, end, cells);
            for (int channel = 0; channel < ReadingGrid.Channels; channel++)
            {
                cells[channel] = IsUsed(channel) ? cells[channel] : double.NaN;
            }
        }

        return values;
    }

    private bool IsUsed(int channel) => encoder.Channels[channel].Count > 0 && encoder.UsesChannel(channel);

    private void EncodeSeries(DateTime? asOf, Span<float> series, Span<float> mask)
    {
        series.Clear();
        mask.Clear();
        if ((asOf ?? grid.Newest) is not { } end || grid.Steps == 0)
        {
            return;
        }

        int length = encoder.Window.Length;
        int first = encoder.Window.StepOf(end) - length + 1;
        Span<double> cells = stackalloc double[ReadingGrid.Channels];
        for (int step = 0; step < length; step++)
        {
            grid.Read(first + step, end, cells);
            for (int channel = 0; channel < ReadingGrid.Channels; channel++)
            {
                if (IsUsed(channel) && !double.IsNaN(cells[channel]))
                {
                    int at = (step * ReadingGrid.Channels) + channel;
                    series[at] = encoder.Channels[channel].Encode(cells[channel]);
                    mask[at] = 1;
                }
            }
        }
    }
}
