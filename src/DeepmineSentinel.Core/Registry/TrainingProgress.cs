namespace DeepmineSentinel.Core.Registry;

/// <summary>What one finished epoch showed; one line of the training log.</summary>
public sealed record TrainingProgress
{
    /// <summary>Epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Epochs asked for.</summary>
    public required int Epochs { get; init; }

    /// <summary>Mean loss over training samples.</summary>
    public required double TrainingLoss { get; init; }

    /// <summary>Mean loss over stopping samples.</summary>
    public required double ValidationLoss { get; init; }

    /// <summary>Condition part of the validation loss; null: head not trained.</summary>
    public double? ConditionLoss { get; init; }

    /// <summary>Hazard part of the validation loss; null: head not trained.</summary>
    public double? HazardLoss { get; init; }

    /// <summary>Learning rate of the epoch.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Mean norm of the gradient before clipping.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>Epoch with the best validation loss so far.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Ensemble member, from 0.</summary>
    public int Member { get; init; }

    /// <summary>Time the epoch took.</summary>
    public required TimeSpan Elapsed { get; init; }
}
