namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>One fold in numbers.</summary>
/// <param name="Name">What it held out.</param>
/// <param name="Train">Stopes that weights and scalers were fitted on.</param>
/// <param name="Stop">Stopes that stopped the training.</param>
/// <param name="Calibrate">Stopes that calibrated.</param>
/// <param name="Test">Stopes asked about.</param>
public sealed record FoldSummary(string Name, int Train, int Stop, int Calibrate, int Test)
{
    /// <summary>Best epoch of each member of the network.</summary>
    public required IReadOnlyList<int> BestEpochs { get; init; }

    /// <summary>Temperatures of condition and hazard.</summary>
    public required IReadOnlyList<double> Temperatures { get; init; }

    /// <summary>7-day AUC of the network on its test stopes; null: no stope failed.</summary>
    public double? NetworkAuc { get; init; }

    /// <summary>Seconds it took.</summary>
    public required double Seconds { get; init; }
}
