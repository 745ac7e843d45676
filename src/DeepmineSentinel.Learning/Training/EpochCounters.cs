namespace DeepmineSentinel.Learning.Training;

/// <summary>
/// What early stop and the plateau rule remember from epoch to epoch. Learning keeps it itself, so that a checkpoint
/// can carry it (the engine's own scheduler cannot save its counters).
/// </summary>
public sealed record EpochCounters
{
    /// <summary>Epochs without gain before the rate is halved.</summary>
    public const int PlateauEpochs = 10;

    /// <summary>The rate never falls below this.</summary>
    public const double LowestRate = 1e-6;

    /// <summary>Epochs finished.</summary>
    public int Epoch { get; init; }

    /// <summary>Best validation loss so far; infinite before the first epoch.</summary>
    public double BestLoss { get; init; } = double.PositiveInfinity;

    /// <summary>Epoch of the best loss, from 1; 0 before the first.</summary>
    public int BestEpoch { get; init; }

    /// <summary>Epochs since the loss last got better or the rate was last halved.</summary>
    public int SincePlateau { get; init; }

    /// <summary>Rate of the next epoch.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Whether the epoch just counted was the best so far.</summary>
    public bool IsBest => Epoch > 0 && Epoch == BestEpoch;

    /// <summary>Whether training stops now.</summary>
    /// <param name="patience">Epochs without a better loss that are allowed.</param>
    public bool IsExhausted(int patience) => Epoch - BestEpoch >= patience;

    /// <summary>Whether training is over: all epochs are done, or the patience is at its end.</summary>
    public bool IsOver(TrainingOptions options) =>
        Epoch >= options.Epochs || (Epoch > 0 && IsExhausted(options.Patience));

    /// <summary>Counts one more epoch.</summary>
    public EpochCounters After(double validationLoss)
    {
        if (validationLoss < BestLoss)
        {
            return this with { Epoch = Epoch + 1, BestLoss = validationLoss, BestEpoch = Epoch + 1, SincePlateau = 0 };
        }

        bool plateau = SincePlateau + 1 >= PlateauEpochs;
        return this with
        {
            Epoch = Epoch + 1,
            SincePlateau = plateau ? 0 : SincePlateau + 1,
            LearningRate = plateau ? Math.Max(LowestRate, LearningRate / 2) : LearningRate,
        };
    }
}
