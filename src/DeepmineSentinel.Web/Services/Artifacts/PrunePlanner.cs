using System.Globalization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Decides what goes and what stays, from facts alone; nothing is touched. Docs: docs/housekeeping.md.</summary>
internal sealed class PrunePlanner
{
    /// <summary>How long a snapshot must rest before it can go: a run that begins takes it before anything names it.</summary>
    public static readonly TimeSpan SnapshotRest = TimeSpan.FromHours(1);

    private readonly PruneFacts facts;
    private readonly PrunePolicy policy;
    private readonly Dictionary<string, ModelVersion> versions;
    private readonly Dictionary<string, TrainingRun> training;
    private readonly RunRanking ranking;
    private readonly HashSet<string> answering;

    private PrunePlanner(PruneFacts facts, PrunePolicy policy)
    {
        this.facts = facts;
        this.policy = policy;
        versions = facts.Versions.ToDictionary(version => version.RunId);
        training = facts.Runs.ToDictionary(run => run.RunId);
        HashSet<string> whole =
        [
            .. facts.Disk.Runs.Where(run => run is { IsSealed: true, IsCompressed: false }).Select(run => run.Id.Value),
        ];
        ModelVersion[] ranked =
        [
            .. facts.Versions.Where(version =>
                version.State != ModelVersionState.Archived && whole.Contains(version.RunId)
            ),
        ];
        ranking = new RunRanking(ranked);
        answering =
        [
            .. ranked
                .GroupBy(version => version.Purpose)
                .Where(group => group.All(version => version.State != ModelVersionState.Production))
                .Select(group => group.MaxBy(version => version.RunId, StringComparer.Ordinal)!.RunId),
        ];
    }

    /// <summary>Runs first, newest first, each with its checkpoints where these go alone, then snapshots and evaluations.</summary>
    public static IReadOnlyList<PruneItem> Plan(PruneFacts facts, PrunePolicy policy)
    {
        PrunePlanner planner = new(facts, policy);
        List<PruneItem> items = [];
        HashSet<string> named = [];
        foreach (RunOnDisk run in facts.Disk.Runs)
        {
            PruneItem item = planner.Decide(run);
            items.Add(item);
            if (item.Action == PruneAction.Keep && planner.DecideCheckpoints(run) is { } checkpoints)
            {
                items.Add(checkpoints);
            }

            if (item.Action != PruneAction.Remove && run.DataSnapshot is { } snapshot)
            {
                named.Add(snapshot);
            }
        }

        items.AddRange(facts.Disk.Snapshots.Select(snapshot => planner.Decide(snapshot, named)));
        items.AddRange(facts.Disk.Evaluations.Select(planner.Decide));
        return items;
    }

    private PruneItem Decide(RunOnDisk run)
    {
        string id = run.Id.Value;
        string? stays = run.IsSealed ? WhySealedStays(run, id) : WhyUnfinishedStays(run, id);
        return new PruneItem
        {
            Kind = run.IsSealed ? "run" : "unfinished_run",
            Name = id,
            Bytes = run.Total,
            Action =
                stays is not null ? PruneAction.Keep
                : policy.Compress && run.IsSealed ? PruneAction.Compress
                : PruneAction.Remove,
            Reason = stays ?? WhyItGoes(run, id),
        };
    }

    // A finished run goes on from nothing: its states only take room once it is old, also where the run itself stays.
    private PruneItem? DecideCheckpoints(RunOnDisk run)
    {
        string id = run.Id.Value;
        bool goes =
            run is { IsSealed: true, IsCompressed: false, Checkpoints: > 0 }
            && versions.TryGetValue(id, out ModelVersion? version)
            && version.State is not (ModelVersionState.Production or ModelVersionState.Previous)
            && !version.Pinned
            && !IsOpen(id)
            && WhyYoung(Age(run, version)) is null;
        return goes
            ? new PruneItem
            {
                Kind = "checkpoints",
                Name = id,
                Bytes = run.Checkpoints,
                Action = PruneAction.Remove,
                Reason = $"belong to a finished run that is {Days(Age(run, versions[id]))} old",
            }
            : null;
    }

    // In the order in which they are told: what no policy may touch comes first.
    private string? WhySealedStays(RunOnDisk run, string id)
    {
        ModelVersion? version = versions.GetValueOrDefault(id);
        return version?.State == ModelVersionState.Production ? "is in production"
            : version?.State == ModelVersionState.Previous ? "is the version before production"
            : version?.Pinned == true ? "is pinned"
            : IsOpen(id) ? "is running"
            : run.IsCompressed ? "is compressed already"
            : answering.Contains(id) ? "answers while no version is in production"
            : facts.Disk.SearchedRuns.Contains(id) ? "is the best of a search"
            : version is null ? "is not in the registry; models rescan adds it"
            : ranking.Best(id, policy.KeepBest) ?? ranking.Latest(id, policy.KeepLatest) ?? WhyYoung(Age(run, version));
    }

    private string? WhyUnfinishedStays(RunOnDisk run, string id)
    {
        TimeSpan age = facts.Now - run.ChangedAt;
        return IsOpen(id) ? "is running"
            : age >= policy.OlderThan ? null
            : training.GetValueOrDefault(id)
                is {
                    State: TrainingRunState.Interrupted or TrainingRunState.Cancelled or TrainingRunState.Failed
                } ended
                ? $"is {ended.State.ToString().ToLowerInvariant()} and can be resumed; {WhyYoung(age)}"
            : WhyYoung(age);
    }

    private string WhyItGoes(RunOnDisk run, string id)
    {
        if (!run.IsSealed)
        {
            return $"never ended, and nothing of it has changed for {Days(facts.Now - run.ChangedAt)}";
        }

        ModelVersion version = versions[id];
        string age = Days(Age(run, version));
        return version.State == ModelVersionState.Archived
            ? $"is archived, and {age} old"
            : $"is {age} old, and neither among the {policy.KeepBest} best nor the {policy.KeepLatest} latest";
    }

    private PruneItem Decide(SnapshotOnDisk snapshot, HashSet<string> named)
    {
        string? stays =
            named.Contains(snapshot.Hash) ? "is what a run that stays has learnt from"
            : facts.Runs.Any(run => NeedsData(run) && (run.DataHash is null || run.DataHash == snapshot.Hash))
                ? "is what a run that is open or can be resumed learns from"
            : facts.Disk.SearchedHashes.Contains(snapshot.Hash) ? "is named by a search"
            : facts.Now - snapshot.UsedAt < SnapshotRest ? "was taken less than an hour ago"
            : null;
        return new PruneItem
        {
            Kind = "snapshot",
            Name = snapshot.Hash,
            Bytes = snapshot.Bytes,
            Action = stays is null ? PruneAction.Remove : PruneAction.Keep,
            Reason = stays ?? "is named by no run that stays",
        };
    }

    // It only spares the evaluation from being computed again.
    private PruneItem Decide(EvaluationOnDisk evaluation)
    {
        TimeSpan age = facts.Now - evaluation.ChangedAt;
        string? stays = WhyYoung(age);
        return new PruneItem
        {
            Kind = "evaluation",
            Name = evaluation.Key,
            Bytes = evaluation.Bytes,
            Action = stays is null ? PruneAction.Remove : PruneAction.Keep,
            Reason = stays ?? $"is {Days(age)} old, and can be computed again",
        };
    }

    // An open run that has not said yet what it reads may read any of them.
    private bool NeedsData(TrainingRun run) =>
        IsOpen(run.RunId)
        || (
            run.DataHash is not null
            && facts.Disk.Runs.FirstOrDefault(disk => disk.Id.Value == run.RunId) is { IsSealed: false } unfinished
            && WhyUnfinishedStays(unfinished, run.RunId) is not null
        );

    private bool IsOpen(string id) =>
        training.GetValueOrDefault(id) is { State: TrainingRunState.Queued or TrainingRunState.Running };

    private string? WhyYoung(TimeSpan age) =>
        age < policy.OlderThan ? $"is {Days(age)} old, less than {Days(policy.OlderThan)}" : null;

    // What was imported or restored yesterday is a day old, whenever it was trained.
    private TimeSpan Age(RunOnDisk run, ModelVersion version) =>
        facts.Now
        - new[]
        {
            run.ChangedAt,
            version.TrainedAt,
            version.RegisteredAt,
            version.ArchivedAt ?? DateTime.MinValue,
        }.Max();

    private static string Days(TimeSpan age) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, age.TotalDays):0.#} days");
}
