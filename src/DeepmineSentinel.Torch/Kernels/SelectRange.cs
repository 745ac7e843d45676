namespace TorchSharp.Kernels;

/// <summary>A contiguous [outer, length, inner] block, and which end is looked for.</summary>
internal readonly record struct SelectRange(int Length, int Inner, bool Largest);
