namespace TorchSharp.Autograd;

/// <summary>A backward function and the plain values it needs.</summary>
internal readonly record struct RecordedFunction(Action<FunctionNode> Backward, object? State = null);
