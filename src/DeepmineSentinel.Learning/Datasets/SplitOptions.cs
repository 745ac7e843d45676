namespace DeepmineSentinel.Learning.Datasets;

/// <summary>How stopes are divided.</summary>
public sealed record SplitOptions
{
    /// <summary>Share of stopes held out for the test, 0 to 0.5.</summary>
    public double TestShare { get; init; } = 0.1;

    /// <summary>Share of stopes that stop the training and calibrate, above 0 to 0.5.</summary>
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>Seed of the validation stopes; the test stopes do not depend on it.</summary>
    public int Seed { get; init; } = 42;
}
