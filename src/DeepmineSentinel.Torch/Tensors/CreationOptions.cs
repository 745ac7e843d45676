using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What every creation function can be told.</summary>
internal readonly record struct CreationOptions(ScalarType? Type, Device? Device, bool RequiresGrad);
