using DeepmineSentinel.Data.Importing;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>Where the import of a sent file stands.</summary>
public sealed record ImportState
{
    /// <summary>How far it has come.</summary>
    public required ImportStage Stage { get; init; }

    /// <summary>Rows read so far, while it is read.</summary>
    public long Rows { get; init; }

    /// <summary>Share of the file's bytes that was read, 0 to 1; null where that says nothing.</summary>
    public double? Share { get; init; }

    /// <summary>What the last reading found; null before.</summary>
    public ImportReport? Report { get; init; }

    /// <summary>Why the last reading could not be done at all; null where it could.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether it is being read now.</summary>
    public bool IsRunning => Stage is ImportStage.Checking or ImportStage.Importing;
}
