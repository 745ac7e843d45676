namespace DeepmineSentinel.Web.Problems;

/// <summary>A request that was refused for how it came, not for what it asks: its type, size or origin.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">A stable code in snake_case.</param>
/// <param name="message">A sentence that says what is allowed.</param>
internal sealed class RequestRefusedException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>What the problem document says beside; empty: nothing.</summary>
    public IReadOnlyDictionary<string, object?> Members { get; init; } = new Dictionary<string, object?>();
}
