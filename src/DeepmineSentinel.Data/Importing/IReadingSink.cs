using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Writes many readings at once within the present transaction: one way for each provider.</summary>
internal interface IReadingSink : IDisposable
{
    /// <summary>Writes readings, each with its stope and import record.</summary>
    /// <param name="readings">Some thousands.</param>
    /// <param name="update">Whether stored readings of other imports are changed rather than refused.</param>
    /// <param name="token">Stops writing.</param>
    /// <returns>What became of each reading.</returns>
    Task<SinkResult[]> WriteAsync(IReadOnlyList<Reading> readings, bool update, CancellationToken token);
}
