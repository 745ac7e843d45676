namespace TorchSharp.Modules;

/// <summary>When a metric counts as better and what happens when it does not get better.</summary>
internal sealed record PlateauOptions(string Mode, string ThresholdMode)
{
    public double Factor { get; init; }

    public int Patience { get; init; }

    public double Threshold { get; init; }

    public int Cooldown { get; init; }

    /// <summary>The lowest rate of each group, or of all.</summary>
    public required double[] Lowest { get; init; }

    /// <summary>The least change of a rate that is made.</summary>
    public double Least { get; init; }

    public double Worst => Mode == "min" ? double.PositiveInfinity : double.NegativeInfinity;

    /// <summary>Throws unless the modes exist and the factor lowers the rate.</summary>
    public PlateauOptions Checked() =>
        Mode is not ("min" or "max") || ThresholdMode is not ("rel" or "abs")
            ? throw new ArgumentException(
                $"Mode '{Mode}' is not min or max, or threshold mode '{ThresholdMode}' not rel or abs."
            )
        : Factor < 1 ? this
        : throw new ArgumentException($"Factor {Factor} should be below 1.");

    public bool IsBetter(double value, double best) =>
        (Mode, ThresholdMode) switch
        {
            ("min", "rel") => value < best * (1 - Threshold),
            ("min", _) => value < best - Threshold,
            (_, "rel") => value > best * (1 + Threshold),
            _ => value > best + Threshold,
        };
}
