namespace DeepmineSentinel.Learning.Training;

/// <summary>What a network learns from, and what tells it when to stop.</summary>
/// <param name="Train">Samples of training stopes.</param>
/// <param name="Stop">Samples of other stopes; may be empty, then the training loss decides.</param>
public sealed record TrainingSets(SampleTable Train, SampleTable Stop);
