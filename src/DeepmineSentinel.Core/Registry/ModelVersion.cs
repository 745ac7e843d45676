using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Registry;

/// <summary>A registered, verified run. Versions only grow; production is a pointer.</summary>
public sealed class ModelVersion
{
    /// <summary>Longest note.</summary>
    public const int NotesLength = 2_000;

    /// <summary>Key; later versions have larger ones.</summary>
    public int Id { get; private set; }

    /// <summary>Run it came from; unique.</summary>
    public required string RunId { get; init; }

    /// <summary>What it answers.</summary>
    public required ModelPurpose Purpose { get; init; }

    /// <summary>Network preset, for example compact.</summary>
    public required string Network { get; init; }

    /// <summary>Engine and numerics version that trained it.</summary>
    public required string Engine { get; init; }

    /// <summary>Count of trained numbers.</summary>
    public required long Parameters { get; init; }

    /// <summary>Hash of the data it learnt from.</summary>
    public required string DataHash { get; init; }

    /// <summary>Whether it learnt from generated data.</summary>
    public required bool TrainedOnSynthetic { get; init; }

    /// <summary>End of training, UTC.</summary>
    public required DateTime TrainedAt { get; init; }

    /// <summary>Registration, UTC.</summary>
    public required DateTime RegisteredAt { get; init; }

    /// <summary>Who registered it.</summary>
    public required string RegisteredBy { get; init; }

    /// <summary>The result as JSON: metrics of the network and of every baseline.</summary>
    public required string Metrics { get; init; }

    /// <summary>Whether it passed the gate.</summary>
    public required bool GatePassed { get; init; }

    /// <summary>What the gate found, one sentence a line.</summary>
    public required string GateReasons { get; init; }

    /// <summary>Run whose weights it started from; null: none.</summary>
    public string? ParentRunId { get; init; }

    /// <summary>Free text; null: none.</summary>
    public string? Notes { get; private set; }

    /// <summary>Whether a person asked to keep its files whatever the policy says.</summary>
    public bool Pinned { get; private set; }

    /// <summary>Where it stands.</summary>
    public ModelVersionState State { get; private set; } = ModelVersionState.Candidate;

    /// <summary>Last promotion, UTC; null: never.</summary>
    public DateTime? PromotedAt { get; private set; }

    /// <summary>When it was archived, UTC; null: it is not.</summary>
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>Who archived it; null: it is not archived.</summary>
    public string? ArchivedBy { get; private set; }

    /// <summary>Why it was archived; null: it is not.</summary>
    public string? ArchivedReason { get; private set; }

    /// <summary>Replaces the note.</summary>
    /// <param name="notes">At most <see cref="NotesLength"/> characters; null or blank: none.</param>
    /// <exception cref="SentinelException">The note is too long.</exception>
    public void Annotate(string? notes)
    {
        string? text = string.IsNullOrWhiteSpace(notes) ? null : notes.Trim();
        Notes =
            text is null || text.Length <= NotesLength
                ? text
                : throw new SentinelException(
                    FailureKind.InvalidInput,
                    "notes_too_long",
                    $"A note has at most {NotesLength} characters; this one has {text.Length}."
                );
    }

    /// <summary>Keeps its files from every clearing.</summary>
    /// <exception cref="SentinelException">It is archived.</exception>
    public void Pin()
    {
        ThrowIfArchived();
        Pinned = true;
    }

    /// <summary>Leaves its files to the policy again.</summary>
    public void Unpin() => Pinned = false;

    /// <summary>Makes it the one that answers.</summary>
    /// <exception cref="SentinelException">It is archived.</exception>
    public void Promote(DateTime at)
    {
        ThrowIfArchived();
        State = ModelVersionState.Production;
        PromotedAt = at;
    }

    /// <summary>Steps down from production to previous.</summary>
    /// <exception cref="SentinelException">It is not in production.</exception>
    public void StepDown() => Move(ModelVersionState.Production, ModelVersionState.Previous);

    /// <summary>Gives up the place of the previous version.</summary>
    /// <exception cref="SentinelException">It is not the previous version.</exception>
    public void Retire() => Move(ModelVersionState.Previous, ModelVersionState.Candidate);

    /// <summary>Keeps it for the record only.</summary>
    /// <exception cref="SentinelException">It is not a candidate, or it is pinned.</exception>
    public void Archive(string reason, string by, DateTime at)
    {
        if (Pinned)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "model_pinned",
                $"Run {RunId} is pinned: unpin it first."
            );
        }

        Move(ModelVersionState.Candidate, ModelVersionState.Archived);
        ArchivedReason = reason.Length <= PointerMove.ReasonLength ? reason : reason[..PointerMove.ReasonLength];
        ArchivedBy = by;
        ArchivedAt = at;
    }

    /// <summary>Back from the record: its files are there again.</summary>
    /// <exception cref="SentinelException">It is not archived.</exception>
    public void Restore()
    {
        Move(ModelVersionState.Archived, ModelVersionState.Candidate);
        ArchivedReason = null;
        ArchivedBy = null;
        ArchivedAt = null;
    }

    private void ThrowIfArchived()
    {
        if (State == ModelVersionState.Archived)
        {
            throw new SentinelException(FailureKind.Conflict, "model_archived", $"Run {RunId} is archived.");
        }
    }

    private void Move(ModelVersionState from, ModelVersionState to) =>
        State =
            State == from
                ? to
                : throw new SentinelException(
                    FailureKind.Conflict,
                    "model_state",
                    $"Run {RunId} is {Word(State)}, not {Word(from)}."
                );

    private static string Word(ModelVersionState state) => state.ToString().ToLowerInvariant();
}
