using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Features;

/// <summary>Everything that was fitted on training stopes; plain data that goes into the artifact and comes back equal to the bit.</summary>
public sealed record FeatureComponents
{
    /// <summary>The layout below; an artifact of another layout is refused.</summary>
    public const int CurrentLayout = 1;

    /// <summary>Version of the order of inputs.</summary>
    public required int Layout { get; init; }

    /// <summary>Window and step.</summary>
    public required WindowOptions Window { get; init; }

    /// <summary>Numbers of a stope, in the order of <see cref="StaticNumbers.All"/>.</summary>
    public required IReadOnlyList<NumberScale> Numbers { get; init; }

    /// <summary>Categories: rock type, support type.</summary>
    public required IReadOnlyList<CategoryScale> Categories { get; init; }

    /// <summary>Training means of the other inputs: sine and cosine of the direction, support installed.</summary>
    public required IReadOnlyList<double> PlainMeans { get; init; }

    /// <summary>Channels of readings, in the order of the file's columns.</summary>
    public required IReadOnlyList<NumberScale> Channels { get; init; }

    /// <summary>Names of the features that reach the network; null: all.</summary>
    public IReadOnlyList<string>? Selected { get; init; }

    /// <summary>Encoded static inputs of the training stopes (of at most 2,000) that distances are measured to.</summary>
    public required IReadOnlyList<IReadOnlyList<float>> TrainingStatics { get; init; }

    /// <summary>99th percentile of the distances of each training stope to the nearest other one.</summary>
    public required double DistanceLimit { get; init; }
}
