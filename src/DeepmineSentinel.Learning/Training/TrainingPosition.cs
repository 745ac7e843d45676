namespace DeepmineSentinel.Learning.Training;

/// <summary>Where inside an epoch training stands, with the sums so far.</summary>
public sealed record TrainingPosition
{
    /// <summary>Next batch of the epoch, from 0.</summary>
    public int Batch { get; init; }

    /// <summary>Losses of the epoch's batches so far.</summary>
    public LossSum Losses { get; init; } = new();

    /// <summary>Sum of the gradients' norms before clipping.</summary>
    public double GradientNorms { get; init; }

    /// <summary>Steps of the optimiser in the epoch so far.</summary>
    public int Steps { get; init; }
}
