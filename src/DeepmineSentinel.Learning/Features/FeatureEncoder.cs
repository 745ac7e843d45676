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

    private FeatureEncoder(FeatureComponents components)
    {
        this.components = components;
        channels = [.. components.Channels];
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
    public float[] BaselineStatic(ReadOnlySpan<float> row) => StaticLayout.Baseline(components, row);

    /// <summary>The series that attributions start from: each channel's median where <paramref name="mask"/> has a reading.</summary>
    /// <param name="mask">Mask of the sample explained, [T, D].</param>
    public float[] BaselineSeries(ReadOnlySpan<float> mask)
    {
        float[] series = new float[mask.Length];
        for (int i = 0; i < series.Length; i++)
        {
            series[i] = mask[i] * channels[i % channels.Length].EncodedMedian;
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

    internal void EncodeStatic(StopeProperties properties, Span<float> into) =>
        StaticLayout.Encode(components, properties, StopeStability.Of(properties), into);
}
