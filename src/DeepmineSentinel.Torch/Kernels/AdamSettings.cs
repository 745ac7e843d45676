namespace TorchSharp.Kernels;

/// <summary>The options of Adam.</summary>
internal readonly record struct AdamSettings(
    double LearningRate,
    double Beta1,
    double Beta2,
    double Eps,
    double WeightDecay,
    bool Maximize
);
