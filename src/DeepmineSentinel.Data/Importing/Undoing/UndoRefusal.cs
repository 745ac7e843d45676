using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Why an import cannot be taken back.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">One sentence.</param>
public sealed record UndoRefusal(string Code, string Message)
{
    /// <summary>The refusal, to be thrown.</summary>
    public SentinelException ToException() => new(FailureKind.Conflict, Code, Message);
}
