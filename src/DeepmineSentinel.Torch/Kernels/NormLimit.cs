namespace TorchSharp.Kernels;

/// <summary>A p-norm and the largest value that it may have.</summary>
internal readonly record struct NormLimit(double Type, double Largest);
