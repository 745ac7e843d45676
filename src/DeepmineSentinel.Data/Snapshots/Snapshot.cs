using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Snapshots;

/// <summary>Data as they were when a run began.</summary>
/// <param name="Files">All four files.</param>
/// <param name="Hash">Hash of their content and name of their folder, 64 lower-case hex digits.</param>
public sealed record Snapshot(MineFiles Files, string Hash)
{
    /// <summary>Outcomes of these mines that are not in it, as nobody has reviewed them; counted when it is written.</summary>
    public int Waiting { get; init; }

    /// <summary>Outcomes of these mines that are not in it, as a review put them aside; counted when it is written.</summary>
    public int PutAside { get; init; }
}
