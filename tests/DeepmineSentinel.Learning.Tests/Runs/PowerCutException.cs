namespace DeepmineSentinel.Learning.Tests.Runs;

/// <summary>The power is gone.</summary>
internal sealed class PowerCutException : Exception;
