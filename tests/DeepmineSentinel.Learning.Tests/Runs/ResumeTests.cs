using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Learning.Tests.Runs;

public sealed class ResumeTests
{
    private const int EveryOperation = 1;
    private const int Sample = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static bool IsLong => Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1";

    [Fact]
    public void Power_that_goes_in_any_operation_costs_no_bit_of_the_weights_and_no_line_of_the_log()
    {
        using TempFolder undisturbed = new();
        StoppableRun whole = new(StoppableRun.TwoMembers, undisturbed.Path);
        PowerCutSink uncut = new(undisturbed.Path, int.MaxValue);
        string weights = whole.Train(uncut, Token);
        Assert.InRange(uncut.Operations, 30, 200);
        for (int cutAt = 0; cutAt < uncut.Operations; cutAt += IsLong ? EveryOperation : Sample)
        {
            using TempFolder folder = new();
            StoppableRun run = new(StoppableRun.TwoMembers, folder.Path);
            Assert.Throws<PowerCutException>(() => run.Train(new PowerCutSink(folder.Path, cutAt), Token));
            Assert.Equal(weights, run.Train(new FolderSink(folder.Path), Token, run.Point));
            Assert.Equal(whole.Log, run.Log);
            Assert.Equal(whole.Names, run.Names);
        }
    }

    [Fact]
    public void Power_that_goes_again_and_again_still_ends_with_the_same_weights()
    {
        using TempFolder undisturbed = new();
        StoppableRun whole = new(StoppableRun.TwoMembers, undisturbed.Path);
        string weights = whole.Train(new FolderSink(undisturbed.Path), Token);
        using TempFolder folder = new();
        StoppableRun run = new(StoppableRun.TwoMembers, folder.Path);
        int cuts = 0;
        string? resumed = null;
        while (resumed is null)
        {
            try
            {
                resumed = run.Train(new PowerCutSink(folder.Path, 7 + cuts), Token, run.Point);
            }
            catch (PowerCutException)
            {
                cuts++;
            }
        }

        Assert.InRange(cuts, 2, 40);
        Assert.Equal(weights, resumed);
        Assert.Equal(whole.Log, run.Log);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(26)]
    public void A_run_stopped_at_any_reading_of_the_clock_goes_on_from_there(int reading)
    {
        using TempFolder undisturbed = new();
        StoppableRun whole = new(StoppableRun.TwoMembers, undisturbed.Path);
        string weights = whole.Train(new FolderSink(undisturbed.Path), Token);
        using TempFolder folder = new();
        using CancellationTokenSource stop = new();
        StoppableRun run = new(StoppableRun.TwoMembers, folder.Path)
        {
            Clock = new ManualClock(TimeSpan.Zero, reading, stop.Cancel),
        };
        Assert.ThrowsAny<OperationCanceledException>(() => run.Train(new FolderSink(folder.Path), stop.Token));
        ResumePoint point = run.Point;
        Assert.False(point.IsBeginning);
        Assert.Empty(point.PassedOver);
        Assert.True(reading != 2 || point.Current!.Position.Batch == 1);
        StoppableRun resumed = run with { Clock = TimeProvider.System };
        Assert.Equal(weights, resumed.Train(new FolderSink(folder.Path), Token, point));
        Assert.Equal(whole.Log, resumed.Log);
    }

    [Fact]
    public void A_damaged_checkpoint_falls_back_to_the_one_before_and_a_damaged_log_too()
    {
        using TempFolder folder = new();
        StoppableRun run = Stopped(folder);
        ResumePoint newest = run.Point;
        Assert.Equal((1, 3), (newest.Current!.Member, newest.Current.Counters.Epoch));
        Assert.InRange(run.Names.Count(name => name.EndsWith("000000.safetensors", StringComparison.Ordinal)), 4, 6);
        string file = folder.File("checkpoints/member1-epoch00003-batch000000.safetensors");
        byte[] bytes = File.ReadAllBytes(file);
        RandomFlips(bytes.Length, IsLong ? 200 : 20)
            .ForEach(flip =>
            {
                byte[] flipped = [.. bytes];
                flipped[flip.At] ^= flip.Bit;
                File.WriteAllBytes(file, flipped);
                AssertFallsBack(run, "safetensors");
                File.WriteAllBytes(file, bytes[..flip.At]);
                AssertFallsBack(run, "safetensors");
            });
        File.WriteAllBytes(file, bytes);
        string log = folder.File(ArtifactFileNames.TrainingLog);
        string text = File.ReadAllText(log);
        File.WriteAllText(log, text[..^4]);
        AssertFallsBack(run, "training_log.csv");
        File.WriteAllText(log, text);
        Assert.Equal(newest.Current.Counters, run.Point.Current!.Counters);
    }

    [Fact]
    public void With_every_checkpoint_damaged_the_run_starts_from_its_beginning_and_says_why()
    {
        using TempFolder folder = new();
        StoppableRun run = Stopped(folder);
        foreach (string path in Directory.GetFiles(folder.File("checkpoints"), "*.safetensors"))
        {
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        }

        Assert.True(run.Point.IsBeginning);
        Assert.NotEmpty(run.Point.PassedOver);
        Assert.Empty(run.Point.Log);
    }

    [Fact]
    public void Two_generations_and_the_best_epochs_are_kept_and_only_the_best_once_sealed()
    {
        using TempFolder folder = new();
        StoppableRun run = new(StoppableRun.TwoMembers with { CheckpointEvery = 1, TopCheckpoints = 2 }, folder.Path);
        run.Train(new FolderSink(folder.Path), Token);
        string[] kept = [.. run.Names.Where(name => name.EndsWith("safetensors", StringComparison.Ordinal))];
        TrainingProgress[] log = [.. TrainingLogOf(folder, run.Options)];
        string[] best =
        [
            .. log.GroupBy(epoch => epoch.Member)
                .SelectMany(member => member.OrderBy(epoch => epoch.ValidationLoss).Take(2))
                .Select(epoch => $"checkpoints/member{epoch.Member}-epoch0000{epoch.Epoch}-batch000000.safetensors")
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal([ArtifactFileNames.BestModel, .. best], kept);
    }

    [Fact]
    public void A_checkpoint_is_kept_every_five_minutes_of_the_clock()
    {
        using TempFolder folder = new();
        TrainingOptions once = StoppableRun.TwoMembers with { CheckpointEvery = 0, Ensemble = 1, Epochs = 1 };
        StoppableRun run = new(once, folder.Path) { Clock = new ManualClock(TimeSpan.FromMinutes(2)) };
        FolderSink sink = new(folder.Path);
        run.Train(sink, Token);
        Assert.Contains("checkpoints/member0-epoch00000-batch000002.safetensors", sink.Written);
        Assert.DoesNotContain("checkpoints/member0-epoch00000-batch000001.safetensors", sink.Written);
    }

    private static StoppableRun Stopped(TempFolder folder)
    {
        using CancellationTokenSource stop = new();
        StoppableRun run = new(StoppableRun.TwoMembers with { CheckpointEvery = 1 }, folder.Path);
        FolderSink sink = new(folder.Path)
        {
            OnEpoch = epoch =>
            {
                if (epoch is { Member: 1, Epoch: 3 })
                {
                    stop.Cancel();
                }
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => run.Train(sink, stop.Token));
        return run;
    }

    private static void AssertFallsBack(StoppableRun run, string named)
    {
        ResumePoint point = run.Point;
        Assert.Equal((1, 2), (point.Current!.Member, point.Current.Counters.Epoch));
        Assert.Contains(named, Assert.Single(point.PassedOver), StringComparison.Ordinal);
    }

    private static List<(int At, byte Bit)> RandomFlips(int length, int count)
    {
        Random random = new(7);
        return [.. Enumerable.Range(0, count).Select(_ => (random.Next(length), (byte)(1 << random.Next(8))))];
    }

    private static IReadOnlyList<TrainingProgress> TrainingLogOf(TempFolder folder, TrainingOptions options) =>
        TrainingLog.Read(File.ReadAllText(folder.File(ArtifactFileNames.TrainingLog)), options.Epochs);
}
