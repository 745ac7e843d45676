using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>What a loss over classes can be told.</summary>
internal readonly record struct ClassLossOptions(
    Tensor? Weight,
    long IgnoredClass,
    nn.Reduction Reduction,
    double Smoothing
);
