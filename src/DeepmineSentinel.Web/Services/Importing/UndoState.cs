using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Importing.Undoing;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>Where the undo of an import stands that somebody asked for and that is not done.</summary>
public sealed record UndoState
{
    /// <summary>How far it has come.</summary>
    public required UndoStage Stage { get; init; }

    /// <summary>Who asked for it, and when.</summary>
    public required UndoNote Note { get; init; }

    /// <summary>Rows done so far.</summary>
    public UndoProgress Progress { get; init; }

    /// <summary>Time for the rows that are left, at the pace so far; null: not known yet.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Why it could not be done; null: it did not fail.</summary>
    public SentinelException? Failure { get; init; }

    /// <summary>Whether it waits or is at work.</summary>
    public bool IsOpen => Stage is UndoStage.Waiting or UndoStage.Running;
}
