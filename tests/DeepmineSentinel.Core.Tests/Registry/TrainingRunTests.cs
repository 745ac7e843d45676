using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Core.Tests.Registry;

public sealed class TrainingRunTests
{
    private static readonly DateTime Moment = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_run_goes_from_queue_to_completion()
    {
        TrainingRun run = NewRun();
        Assert.Equal((TrainingRunState.Queued, false), (run.State, run.IsOver));
        run.Start(Moment, processId: 42);
        Assert.Equal((TrainingRunState.Running, TrainingStage.ReadingData), (run.State, run.Stage));
        run.Complete(Moment.AddMinutes(1));
        Assert.Equal((TrainingRunState.Completed, TrainingStage.Done, true), (run.State, run.Stage, run.IsOver));
    }

    [Fact]
    public void A_run_starts_once()
    {
        TrainingRun run = NewRun();
        run.Start(Moment, 1);
        Assert.Equal(FailureKind.Conflict, Assert.Throws<SentinelException>(() => run.Start(Moment, 2)).Kind);
        Assert.Equal(1, run.ProcessId);
    }

    [Fact]
    public void A_queued_run_can_be_cancelled_but_not_completed()
    {
        TrainingRun run = NewRun();
        Assert.Throws<SentinelException>(() => run.Complete(Moment));
        run.Cancel(Moment);
        Assert.Equal(TrainingRunState.Cancelled, run.State);
    }

    [Fact]
    public void What_is_over_stays_over()
    {
        TrainingRun run = NewRun();
        run.Start(Moment, 1);
        run.Fail("no_labels", "There are no labels.", Moment);
        Assert.Throws<SentinelException>(() => run.Interrupt(Moment));
        Assert.Throws<SentinelException>(() => run.Cancel(Moment));
        Assert.Equal((TrainingRunState.Failed, "no_labels"), (run.State, run.FailureCode));
    }

    [Fact]
    public void A_stopped_run_goes_back_into_the_queue_and_a_completed_or_open_one_does_not()
    {
        TrainingRun run = NewRun();
        Assert.Equal("run_state", Assert.Throws<SentinelException>(run.Resume).Code);
        run.Start(Moment, 1);
        Assert.Equal("run_state", Assert.Throws<SentinelException>(run.Resume).Code);
        run.Fail("disk_full", "The disk is full.", Moment);
        run.Resume();
        Assert.Equal((TrainingRunState.Queued, TrainingStage.Waiting, false), (run.State, run.Stage, run.IsOver));
        Assert.Equal((null, null, null, null), (run.FailureCode, run.FailureMessage, run.ProcessId, run.FinishedAt));
        run.Start(Moment, 2);
        run.Complete(Moment);
        Assert.Equal(FailureKind.Conflict, Assert.Throws<SentinelException>(run.Resume).Kind);
    }

    [Fact]
    public void Time_at_work_counts_every_stretch_and_no_pause()
    {
        TrainingRun run = NewRun();
        Assert.Null(run.TimeAtWork(Moment.AddHours(1)));
        run.Start(Moment, 1);
        Assert.Equal(TimeSpan.FromMinutes(5), run.TimeAtWork(Moment.AddMinutes(5)));
        run.Cancel(Moment.AddMinutes(10));
        run.Resume();
        Assert.Equal((TimeSpan.FromMinutes(10), null), (run.TimeAtWork(Moment.AddDays(1)), run.StartedAt));

        run.Start(Moment.AddDays(1), 2);
        run.Enter(TrainingStage.Training, Moment.AddDays(1).AddMinutes(3));
        run.Interrupt(Moment.AddDays(9));
        Assert.Equal(TimeSpan.FromMinutes(13), run.TimeAtWork(Moment.AddDays(10)));
        run.Resume();
        run.Start(Moment.AddDays(10), 3);
        run.Complete(Moment.AddDays(10).AddMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(14), run.TimeAtWork(Moment.AddDays(30)));
    }

    [Fact]
    public void A_long_failure_message_is_cut_to_what_is_stored()
    {
        TrainingRun run = NewRun();
        run.Fail("unexpected", new string('x', 10_000), Moment);
        Assert.Equal(TrainingRun.MessageLength, run.FailureMessage!.Length);
    }

    private static TrainingRun NewRun() =>
        new()
        {
            RunId = "20260131_235959_0a1b2c3d",
            Origin = TrainingOrigin.Command,
            RequestedBy = "tester",
            RequestedAt = Moment,
            Options = "{}",
            Network = "compact",
            Epochs = 3,
        };
}
