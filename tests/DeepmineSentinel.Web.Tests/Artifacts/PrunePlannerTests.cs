using System.Text.Json.Nodes;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;
using DeepmineSentinel.Web.Services.Artifacts;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Artifacts;

public sealed class PrunePlannerTests(TrainedMine mine) : IDisposable
{
    private static readonly DateTime Now = new(2026, 6, 30, 12, 0, 0, DateTimeKind.Utc);
    private static readonly string Data = new('d', 64);
    private readonly CommandFolder folder = new();
    private string? template;

    [Fact]
    public void The_best_have_the_lowest_log_loss_and_those_of_a_generated_mine_come_last()
    {
        PruneFacts facts = Facts([
            Version(1, 0.9),
            Version(2, 0.3),
            Version(3, 0.1, synthetic: true),
            Version(4, 0.5),
            Version(5, null),
        ]);

        IReadOnlyList<PruneItem> plan = PrunePlanner.Plan(facts, new PrunePolicy { KeepBest = 2, KeepLatest = 1 });

        Assert.Equal("is number 1 of the 2 best (log-loss 0.3000)", Of(plan, 2).Reason);
        Assert.Equal("is number 2 of the 2 best (log-loss 0.5000)", Of(plan, 4).Reason);
        Assert.Equal(PruneAction.Keep, Of(plan, 5).Action);
        Assert.Equal([1, 3], Going(plan));
    }

    [Fact]
    public void Without_a_version_in_production_the_newest_of_each_purpose_stays()
    {
        PruneFacts facts = Facts([
            Version(1, 0.9),
            Version(2, 0.8),
            Version(3, 0.9, purpose: ModelPurpose.CaseHistory),
            Version(4, 0.8, purpose: ModelPurpose.CaseHistory),
        ]);

        IReadOnlyList<PruneItem> plan = PrunePlanner.Plan(facts, new PrunePolicy { KeepBest = 0, KeepLatest = 0 });

        Assert.Equal("answers while no version is in production", Of(plan, 4).Reason);
        Assert.Equal([1, 3], Going(plan));
    }

    [Fact]
    public void Checkpoints_of_an_old_finished_run_go_while_the_run_stays()
    {
        ModelVersion pinned = Version(2, 0.5);
        pinned.Pin();
        PruneFacts facts = Facts([Version(1, 0.1), pinned, Version(3, 0.3)]) with
        {
            Disk = Disk(
                Run(1) with
                {
                    Checkpoints = 70,
                },
                Run(2) with
                {
                    Checkpoints = 70,
                },
                Run(3, Now.AddDays(-1)) with
                {
                    Checkpoints = 70,
                }
            ),
        };

        PruneItem going = PrunePlanner.Plan(facts, new PrunePolicy()).Single(item => item.Action != PruneAction.Keep);

        Assert.Equal(("checkpoints", Id(1), 70L), (going.Kind, going.Name, going.Bytes));
        Assert.Equal("belong to a finished run that is 100 days old", going.Reason);
    }

    [Fact]
    public void What_is_younger_than_the_limit_stays_by_its_youngest_date()
    {
        ModelVersion old = Version(1, 0.9);
        PruneFacts facts = Facts([old, Version(2, 0.8), Version(3, 0.7)]) with
        {
            Disk = Disk(Run(1, Now.AddDays(-29)), Run(2, Now.AddDays(-31)), Run(3, Now.AddDays(-31))),
        };

        IReadOnlyList<PruneItem> plan = PrunePlanner.Plan(facts, new PrunePolicy { KeepBest = 0, KeepLatest = 0 });

        Assert.Equal("is 29 days old, less than 30 days", Of(plan, 1).Reason);
        Assert.Equal([2], Going(plan));
    }

    [Fact]
    public void A_run_that_the_registry_does_not_know_stays_and_an_archived_one_goes()
    {
        ModelVersion archived = Version(1, 0.1);
        archived.Archive("old", "tester", Now.AddDays(-40));
        PruneFacts facts = Facts([archived, Version(3, 0.5)]) with { Disk = Disk(Run(1), Run(2), Run(3)) };

        IReadOnlyList<PruneItem> plan = PrunePlanner.Plan(facts, new PrunePolicy());

        Assert.Contains("models rescan", Of(plan, 2).Reason, StringComparison.Ordinal);
        Assert.Contains("is archived", Of(plan, 1).Reason, StringComparison.Ordinal);
        Assert.Equal([1], Going(plan));
    }

    [Theory]
    [InlineData(TrainingRunState.Queued, 400, false)]
    [InlineData(TrainingRunState.Running, 400, false)]
    [InlineData(TrainingRunState.Interrupted, 20, false)]
    [InlineData(TrainingRunState.Cancelled, 20, false)]
    [InlineData(TrainingRunState.Failed, 20, false)]
    [InlineData(TrainingRunState.Interrupted, 31, true)]
    [InlineData(TrainingRunState.Cancelled, 31, true)]
    public void A_run_that_can_be_resumed_and_its_data_stay_until_it_is_old(TrainingRunState state, int days, bool goes)
    {
        PruneFacts facts = Facts([]) with
        {
            Disk = Disk(Run(1, Now.AddDays(-days)) with { IsSealed = false, DataSnapshot = null }) with
            {
                Snapshots = [new SnapshotOnDisk(Data, 10, Now.AddDays(-days))],
            },
            Runs = [Training(1, state)],
        };

        IReadOnlyList<PruneItem> plan = PrunePlanner.Plan(facts, new PrunePolicy());

        PruneAction expected = goes ? PruneAction.Remove : PruneAction.Keep;
        Assert.Equal(expected, Of(plan, 1).Action);
        Assert.Equal(expected, plan.Single(item => item.Kind == "snapshot").Action);
    }

    [Fact]
    public void Data_that_a_search_names_or_a_run_has_just_taken_stay()
    {
        string fresh = new('e', 64);
        string lost = new('f', 64);
        PruneFacts facts = Facts([]) with
        {
            Disk = Disk() with
            {
                Snapshots =
                [
                    new SnapshotOnDisk(Data, 1, Now.AddDays(-9)),
                    new SnapshotOnDisk(fresh, 1, Now.AddMinutes(-59)),
                    new SnapshotOnDisk(lost, 1, Now.AddMinutes(-61)),
                ],
                SearchedHashes = new HashSet<string> { Data },
            },
        };

        IReadOnlyList<PruneItem> plan = PrunePlanner.Plan(facts, new PrunePolicy());

        Assert.Equal(lost, plan.Single(item => item.Action == PruneAction.Remove).Name);
    }

    [Fact]
    public void While_an_open_run_has_not_said_what_it_reads_all_data_stay()
    {
        PruneFacts facts = Facts([]) with
        {
            Disk = Disk() with { Snapshots = [new SnapshotOnDisk(Data, 1, Now.AddDays(-9))] },
            Runs = [Training(1, TrainingRunState.Queued, data: null)],
        };
        Assert.All(PrunePlanner.Plan(facts, new PrunePolicy()), item => Assert.Equal(PruneAction.Keep, item.Action));
    }

    [Fact]
    public void What_folds_of_an_evaluation_said_goes_once_it_is_old()
    {
        PruneFacts facts = Facts([]) with
        {
            Disk = Disk() with
            {
                Evaluations =
                [
                    new EvaluationOnDisk(new string('a', 64), 7, Now.AddDays(-31)),
                    new EvaluationOnDisk(new string('b', 64), 7, Now.AddDays(-29)),
                ],
            },
        };

        IReadOnlyList<PruneItem> plan = PrunePlanner.Plan(facts, new PrunePolicy());

        Assert.Equal(
            [
                ("evaluation", PruneAction.Remove, "is 31 days old, and can be computed again"),
                ("evaluation", PruneAction.Keep, "is 29 days old, less than 30 days"),
            ],
            plan.Select(item => (item.Kind, item.Action, item.Reason))
        );
    }

    public void Dispose() => folder.Dispose();

    private static string Id(int number) => $"2026010{number}_000000_0000000a";

    private static PruneItem Of(IReadOnlyList<PruneItem> plan, int number) =>
        plan.Single(item => item.Name == Id(number));

    private static int[] Going(IReadOnlyList<PruneItem> plan) =>
        [.. plan.Where(item => item.Action != PruneAction.Keep).Select(item => item.Name[7] - '0').Order()];

    private static PruneFacts Facts(IReadOnlyList<ModelVersion> versions) =>
        new()
        {
            Disk = Disk([.. versions.Select(version => Run(version.RunId[7] - '0'))]),
            Versions = versions,
            Runs = [],
            Now = Now,
        };

    private static ModelsInventory Disk(params RunOnDisk[] runs) =>
        new()
        {
            Runs = runs,
            Snapshots = [],
            Evaluations = [],
            SearchedRuns = new HashSet<string>(),
            SearchedHashes = new HashSet<string>(),
            Bytes = new Dictionary<UsageKind, long>(),
        };

    private static RunOnDisk Run(int number, DateTime? changed = null) =>
        new()
        {
            Id = RunId.Parse(Id(number)),
            IsSealed = true,
            DataSnapshot = Data,
            ChangedAt = changed ?? Now.AddDays(-100),
            Bytes = new Dictionary<UsageKind, long> { [UsageKind.Weights] = 100 },
        };

    private static TrainingRun Training(int number, TrainingRunState state, string? data = "")
    {
        TrainingRun run = new()
        {
            RunId = Id(number),
            Origin = TrainingOrigin.Command,
            RequestedBy = "tester",
            RequestedAt = Now.AddDays(-100),
            Options = "{}",
            Network = "compact",
            Epochs = 1,
        };
        if (data is not null)
        {
            run.Uses(Data);
        }

        if (state != TrainingRunState.Queued)
        {
            run.Start(Now.AddDays(-100), 1);
        }

        Action end = state switch
        {
            TrainingRunState.Interrupted => () => run.Interrupt(Now.AddDays(-99)),
            TrainingRunState.Cancelled => () => run.Cancel(Now.AddDays(-99)),
            TrainingRunState.Failed => () => run.Fail("disk_full", "The disk is full.", Now.AddDays(-99)),
            _ => () => { },
        };
        end();
        return run;
    }

    private ModelVersion Version(
        int number,
        double? logLoss,
        bool synthetic = false,
        ModelPurpose purpose = ModelPurpose.Stope
    )
    {
        JsonNode metrics = JsonNode.Parse(Template())!;
        metrics["metrics"]!["log_loss"] = logLoss;
        return new ModelVersion
        {
            RunId = Id(number),
            Purpose = purpose,
            Network = "compact",
            Engine = "engine",
            Parameters = 1,
            DataHash = Data,
            TrainedOnSynthetic = synthetic,
            TrainedAt = Now.AddDays(-100),
            RegisteredAt = Now.AddDays(-100),
            RegisteredBy = "tester",
            Metrics = metrics.ToJsonString(),
            GatePassed = true,
            GateReasons = "",
        };
    }

    private string Template()
    {
        if (template is null)
        {
            mine.CopyTo(folder.Path);
            string path = Path.Combine(folder.Path, "models", mine.Production, ArtifactFileNames.Metrics);
            template = File.ReadAllText(path);
        }

        return template;
    }
}
