using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Whether a run can go on, and from where; for pages, the command line and the API.</summary>
public sealed record RunResumability
{
    public required string RunId { get; init; }
    public required bool CanResume { get; init; }

    /// <summary>One sentence for people: from where it goes on, or why it does not.</summary>
    public required string Reason { get; init; }

    /// <summary>Stable code of the refusal; null: it can go on.</summary>
    public string? Code { get; init; }

    /// <summary>Member of the ensemble that it goes on with, from 0.</summary>
    public int Member { get; init; }

    /// <summary>Epochs of that member that are done.</summary>
    public int EpochsDone { get; init; }

    /// <summary>Batches of the next epoch that are done.</summary>
    public int BatchesDone { get; init; }

    internal FailureKind Kind { get; init; } = FailureKind.Conflict;

    /// <exception cref="SentinelException">It cannot go on.</exception>
    internal void Require()
    {
        if (!CanResume)
        {
            throw new SentinelException(Kind, Code!, Reason);
        }
    }
}
