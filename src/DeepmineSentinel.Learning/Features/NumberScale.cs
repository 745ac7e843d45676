namespace DeepmineSentinel.Learning.Features;

/// <summary>How one number is standardised, with what was seen of it in training. All but the count is in transformed units.</summary>
public sealed record NumberScale
{
    /// <summary>Encoded values are held within this many standard deviations, so that no sensor fault saturates the network.</summary>
    public const double Limit = 8;

    /// <summary>Name of the number or channel, as in files.</summary>
    public required string Name { get; init; }

    /// <summary>Unit; empty where it has none.</summary>
    public required string Unit { get; init; }

    /// <summary>What is done before standardising.</summary>
    public required NumberTransform Transform { get; init; }

    /// <summary>Size, above 0, below which a signed log is a straight line; 1 in artifacts older than it.</summary>
    public double Knee { get; init; } = 1;

    /// <summary>Values seen in training; with 0 the number is treated as missing for ever.</summary>
    public required int Count { get; init; }

    /// <summary>Mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation; 1 where the values do not vary.</summary>
    public required double Scale { get; init; }

    /// <summary>Median; the baseline of attributions.</summary>
    public required double Median { get; init; }

    /// <summary>Smallest value.</summary>
    public required double Minimum { get; init; }

    /// <summary>Largest value.</summary>
    public required double Maximum { get; init; }

    /// <summary>The median as the network sees it.</summary>
    public float EncodedMedian => EncodeTransformed(Median);

    /// <summary>A value as the network sees it.</summary>
    /// <param name="value">Value in the unit of files.</param>
    public float Encode(double value) => EncodeTransformed(Apply(value));

    /// <summary>A transformed value as the network sees it.</summary>
    public float EncodeTransformed(double transformed) =>
        (float)Math.Clamp((transformed - Mean) / Scale, -Limit, Limit);

    /// <summary>A value transformed, not yet standardised.</summary>
    public double Apply(double value) => Apply(Transform, Knee, value);

    /// <summary>The value of a transformed one, for showing a bound in the unit of files.</summary>
    public double Undo(double transformed) =>
        Transform == NumberTransform.None
            ? transformed
            : Math.CopySign(Knee * (Math.Exp(Math.Abs(transformed)) - 1), transformed);

    /// <summary>Applies a transform.</summary>
    public static double Apply(NumberTransform transform, double knee, double value) =>
        transform == NumberTransform.None ? value : Math.CopySign(Math.Log(1 + (Math.Abs(value) / knee)), value);

    /// <summary>Fits a scale.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="transform">Transform that the values have been through.</param>
    /// <param name="transformed">Values seen in training, transformed.</param>
    public static NumberScale Fit(string name, string unit, NumberTransform transform, List<double> transformed)
    {
        if (transformed.Count == 0)
        {
            return new NumberScale
            {
                Name = name,
                Unit = unit,
                Transform = transform,
                Count = 0,
                Mean = 0,
                Scale = 1,
                Median = 0,
                Minimum = 0,
                Maximum = 0,
            };
        }

        List<double> sorted = [.. transformed.Order()];
        double mean = sorted.Average();
        double deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / sorted.Count);
        return new NumberScale
        {
            Name = name,
            Unit = unit,
            Transform = transform,
            Count = sorted.Count,
            Mean = mean,
            Scale = deviation > 1e-9 * Math.Max(1, Math.Abs(mean)) ? deviation : 1,
            Median = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2,
            Minimum = sorted[0],
            Maximum = sorted[^1],
        };
    }
}
