namespace DeepmineSentinel.Core.Errors;

/// <summary>A failure that the product expected and can explain. Everything else is a defect.</summary>
/// <param name="kind">The kind of failure.</param>
/// <param name="code">A stable code in snake_case, for scripts; it never changes once released.</param>
/// <param name="message">A sentence for people that says what to do.</param>
/// <param name="inner">What caused it, if anything.</param>
public class SentinelException(FailureKind kind, string code, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The kind of failure.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>A stable code in snake_case, for scripts.</summary>
    public string Code { get; } = code;
}
