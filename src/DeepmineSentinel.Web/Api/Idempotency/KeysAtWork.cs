using System.Collections.Concurrent;

namespace DeepmineSentinel.Web.Api.Idempotency;

/// <summary>Keys whose requests are being carried out by this process.</summary>
internal sealed class KeysAtWork
{
    private readonly ConcurrentDictionary<string, byte> ids = new(StringComparer.Ordinal);

    /// <summary>Holds a key until it is disposed of; null: it is held by another request.</summary>
    public IDisposable? Take(string id) => ids.TryAdd(id, 0) ? new Held(ids, id) : null;

    private sealed class Held(ConcurrentDictionary<string, byte> ids, string id) : IDisposable
    {
        public void Dispose() => ids.TryRemove(id, out _);
    }
}
