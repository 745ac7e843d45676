namespace TorchSharp.Modules;

/// <summary>What BatchNorm1d can be told.</summary>
internal readonly record struct BatchNormOptions(double Eps, double? Momentum, bool Affine, bool TracksRunningStats);
