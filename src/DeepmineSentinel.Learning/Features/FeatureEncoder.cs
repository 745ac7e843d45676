using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Features;

/// <summary>
/// Turns stopes into inputs (docs/decisions/022). Static inputs, in order: each number standardised (0 where missing), each
/// number's missing flag, sine and cosine of the direction, support installed, rock type and support type one-hot with an
/// unknown slot. It is fitted on training stopes and never changes.
/// </summary>
public sealed class FeatureEncoder
{
    private readonly FeatureComponents components;
    private readonly NumberScale[] channels;
    private readonly FeatureMask mask;

    private FeatureEncoder(FeatureComponents components)
    {
        this.components = components;
        channels = [.. components.Channels];
        mask = new FeatureMask(components);
        FeatureNames = StaticLayout.Names(components);
        RangeCheck = new RangeCheck(components);
    }

    /// <summary>S, the number of static inputs.</summary>
    public int StaticCount => FeatureNames.Count;

    /// <summary>D, the number of channels.</summary>
    public int ChannelCount => channels.Length;

    /// <summary>T x D, the length of an encoded series.</summary>
    public int SeriesLength => Window.Length * ChannelCount;

    /// <summary>Window and step.</summary>
    public WindowOptions Window => components.Window;

    /// <summary>Names of the static inputs, one each; inputs of one feature share the text before the colon.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Names of the channels.</summary>
    public IReadOnlyList<string> ChannelNames { get; } = [.. ReadingQuantities.All.Select(quantity => quantity.Name)];

    /// <summary>Says what lies outside the trained range.</summary>
    public RangeCheck RangeCheck { get; }

    internal ReadOnlySpan<NumberScale> Channels => channels;

    /// <summary>Fits an encoder.</summary>
    /// <param name="trainingStopes">Training stopes and no others; readings from a failure on are not looked at.</param>
    /// <param name="window">Window and step.</param>
    public static FeatureEncoder Fit(IReadOnlyList<StopeHistory> trainingStopes, WindowOptions window) =>
        new(FeatureFit.Fit(trainingStopes, window));

    /// <summary>An encoder from what an earlier one was made of.</summary>
    /// <exception cref="Core.Errors.SentinelException"><c>artifact_damaged</c>: the parts do not fit together.</exception>
    public static FeatureEncoder FromComponents(FeatureComponents components)
    {
        ComponentsCheck.Require(components);
        return new FeatureEncoder(components);
    }

    /// <summary>Names of all features, each once: of statics, then channels.</summary>
    public IEnumerable<string> AllFeatures =>
        FeatureNames.Select(FeatureMask.FeatureOf).Distinct().Concat(ChannelNames);

    /// <summary>Whether a feature reaches the network.</summary>
    public bool Uses(string feature) => mask.Keeps(feature);

    /// <summary>The same encoder with some of its features alone; distances are measured by these.</summary>
    /// <param name="features">Names of <see cref="AllFeatures"/>.</param>
    public FeatureEncoder Select(IReadOnlyCollection<string> features)
    {
        FeatureComponents selected = components with { Selected = [.. AllFeatures.Where(features.Contains)] };
        FeatureMask left = new(selected);
        float[][] statics = [.. components.TrainingStatics.Select(row => row.ToArray())];
        Array.ForEach(statics, row => left.Clear(row));
        return new FeatureEncoder(
            selected with
            {
                TrainingStatics = statics,
                DistanceLimit = StaticDistance.LeaveOneOutLimit(statics),
            }
        );
    }

    /// <summary>What the encoder is made of.</summary>
    public FeatureComponents ToComponents() => components;

    /// <summary>Prepares one stope; use it where several of its windows are encoded.</summary>
    public StopeEncoder ForStope(StopeHistory stope) => new(this, stope);

    /// <summary>Encodes one window.</summary>
    /// <param name="stope">The stope.</param>
    /// <param name="asOf">End of the window, UTC; nothing later is looked at. Null: the newest reading.</param>
    public EncodedSample Encode(StopeHistory stope, DateTime? asOf) => ForStope(stope).Encode(asOf);

    /// <summary>
    /// The static inputs that attributions start from: medians of numbers, the missing flags of <paramref name="row"/>,
    /// categories and plain inputs at training frequencies.
    /// </summary>
    /// <param name="row">Encoded statics of the sample explained, [S].</param>
    public float[] BaselineStatic(ReadOnlySpan<float> row)
    {
        float[] baseline = StaticLayout.Baseline(components, row);
        mask.Clear(baseline);
        return baseline;
    }

    /// <summary>The series that attributions start from: each channel's median where there is a reading.</summary>
    /// <param name="readings">Mask of the sample explained, [T, D].</param>
    public float[] BaselineSeries(ReadOnlySpan<float> readings)
    {
        float[] series = new float[readings.Length];
        for (int i = 0; i < series.Length; i++)
        {
            series[i] = readings[i] * channels[i % channels.Length].EncodedMedian;
        }

        return series;
    }

    /// <summary>Static inputs of a stope, [S].</summary>
    public float[] EncodeStatics(StopeProperties properties)
    {
        float[] row = new float[StaticCount];
        EncodeStatic(properties, row);
        return row;
    }

    internal void EncodeStatic(StopeProperties properties, Span<float> into)
    {
        StaticLayout.Encode(components, properties, StopeStability.Of(properties), into);
        mask.Clear(into);
    }

    internal bool UsesChannel(int channel) => mask.KeepsChannel(channel);
}
