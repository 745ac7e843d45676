namespace DeepmineSentinel.Learning.Training;

/// <summary>Whether rare classes count more while training.</summary>
public enum ClassWeighting
{
    /// <summary>Every sample counts by its own weight.</summary>
    None,

    /// <summary>Classes count alike; the log weights are taken off the logits again before calibration.</summary>
    Balanced,
}
