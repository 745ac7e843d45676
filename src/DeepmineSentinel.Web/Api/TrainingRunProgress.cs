namespace DeepmineSentinel.Web.Api;

/// <summary>How far a run is.</summary>
/// <param name="Epochs">Epochs asked for; early stop may need fewer.</param>
/// <param name="EpochsDone">Epochs finished.</param>
internal sealed record TrainingRunProgress(int Epochs, int EpochsDone)
{
    /// <summary>Null: before the first epoch.</summary>
    public int? BestEpoch { get; init; }

    public double? TrainingLoss { get; init; }

    public double? ValidationLoss { get; init; }

    /// <summary>Time at work, pauses between a stop and a resumption left out; null: not started.</summary>
    public double? ElapsedSeconds { get; init; }

    /// <summary>At most, should early stop not come; null: it cannot be said.</summary>
    public double? SecondsLeft { get; init; }
}
