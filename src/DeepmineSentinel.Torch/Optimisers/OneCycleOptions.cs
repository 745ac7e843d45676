namespace TorchSharp.Modules;

/// <summary>The peak rates and the momenta of the groups (one serves all) and the shape of the cycle.</summary>
internal sealed record OneCycleOptions
{
    public OneCycleOptions(
        IEnumerable<double> peaks,
        IEnumerable<double> lowestMomenta,
        IEnumerable<double> highestMomenta
    )
    {
        ArgumentNullException.ThrowIfNull(peaks);
        (Peaks, LowestMomenta, HighestMomenta) = ([.. peaks], [.. lowestMomenta], [.. highestMomenta]);
    }

    public double[] Peaks { get; }

    public double[] LowestMomenta { get; }

    public double[] HighestMomenta { get; }

    public required int Steps { get; init; }

    /// <summary>The share of the steps in which the rate rises.</summary>
    public double StartShare { get; init; }

    /// <summary>Peak over first rate.</summary>
    public double Divisor { get; init; }

    /// <summary>First over last rate.</summary>
    public double FinalDivisor { get; init; }

    public bool CyclesMomentum { get; init; }

    /// <summary>Whether the rate comes down as it rose, and only then below.</summary>
    public bool ThreePhases { get; init; }

    public bool IsLinear { get; init; }

    /// <summary>The total, or epochs times steps; throws if neither is given or one is not above 0.</summary>
    public static int StepsOf(int total, int epochs, int stepsOfEpoch)
    {
        if (total == -1 && epochs == -1 && stepsOfEpoch == -1)
        {
            throw new ArgumentException("Give total_steps, or epochs and steps_per_epoch.");
        }

        var steps =
            total == -1
                ? Math.Min(epochs, stepsOfEpoch) > 0
                    ? checked(epochs * stepsOfEpoch)
                    : 0
                : total;
        return steps > 0
            ? steps
            : throw new ArgumentException($"No steps: total {total}, epochs {epochs} of {stepsOfEpoch} steps.");
    }

    public OneCycleOptions Checked() =>
        StartShare is >= 0 and <= 1
            ? this
            : throw new ArgumentException($"pct_start {StartShare} is not between 0 and 1.");

    /// <summary>The value of a group.</summary>
    public static double Of(double[] values, int group) => values[values.Length == 1 ? 0 : group];
}
