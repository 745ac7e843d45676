using System.Diagnostics;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Trains one network, epoch by epoch. Made for one call of <see cref="Run"/>.</summary>
internal sealed class MemberTrainer : IDisposable
{
    private readonly TrainingOptions options;
    private readonly TrainingSets sets;
    private readonly TrainingHooks hooks;
    private readonly int member;
    private readonly DualBranchNetwork network;
    private readonly NetworkEnsemble alone;
    private readonly StabilityOptimizer optimizer;
    private readonly BatchGatherer gatherer;
    private readonly Stopwatch watch = new();
    private EpochCounters counters;
    private TrainingPosition position = new();
    private IReadOnlyList<WeightArray> best = [];
    private Checkpoint? resumed;
    private (int Epoch, int Batch)? kept;

    public MemberTrainer(TrainingOptions options, TrainingSets sets, TrainingHooks hooks, int member)
    {
        this.options = options;
        this.sets = sets;
        this.hooks = hooks;
        this.member = member;
        network = new DualBranchNetwork(sets.Train.Shape, options.Seed, member);
        alone = new NetworkEnsemble([network]);
        optimizer = new StabilityOptimizer(network, options.LearningRate, options.WeightDecay);
        gatherer = new BatchGatherer(sets.Train);
        counters = new EpochCounters { LearningRate = options.LearningRate };
    }

    /// <summary>Takes over what is there: the state of this member, or weights to start from.</summary>
    public void StartFrom(TrainingStart start)
    {
        if (start.Current is { } checkpoint && checkpoint.Member == member)
        {
            NetworkWeights.CopyInto(network, checkpoint.Weights);
            optimizer.Restore(checkpoint.Moments);
            counters = checkpoint.Counters;
            position = checkpoint.Position;
            best = checkpoint.Best;
            resumed = checkpoint;
            kept = (counters.Epoch, position.Batch);
        }
        else if (start.Weights.Count > 0)
        {
            NetworkWeights.CopyInto(network, start.Weights[member % start.Weights.Count]);
        }
        else
        {
            HeadStart.Set(network, sets.Train);
        }
    }

    public TrainedMember Run(CancellationToken token)
    {
        watch.Restart();
        try
        {
            while (!counters.IsOver(options))
            {
                RunEpoch(token);
            }

            Keep();
        }
        catch (OperationCanceledException)
        {
            Keep();
            throw;
        }

        return new TrainedMember(best, counters, Seconds);
    }

    public void Dispose()
    {
        optimizer.Dispose();
        alone.Dispose();
    }

    private double Seconds => (resumed?.Seconds ?? 0) + watch.Elapsed.TotalSeconds;

    private void RunEpoch(CancellationToken token)
    {
        TimeSpan begun = watch.Elapsed;
        int epoch = counters.Epoch;
        double rate = counters.LearningRate;
        network.train();
        optimizer.SetRate(rate);
        BatchPlan plan = new(sets.Train.Count, options.BatchSize, Stream("shuffle", epoch));
        for (; position.Batch < plan.Count; position = position with { Batch = position.Batch + 1 })
        {
            token.ThrowIfCancellationRequested();
            KeepIfDue(null);
            TrainBatch(plan.Rows(position.Batch), epoch);
        }

        LossSum trained = position.Losses;
        LossSum validated = sets.Stop.Count > 0 ? StopLoss.Of(alone, sets.Stop, epoch, token) : trained;
        double loss = validated.Total ?? trained.Total ?? double.NaN;
        if (!double.IsFinite(loss))
        {
            throw Divergence.At(epoch, "the loss");
        }

        counters = counters.After(loss);
        TrainingProgress progress = new()
        {
            Epoch = counters.Epoch,
            Epochs = options.Epochs,
            TrainingLoss = trained.Total ?? double.NaN,
            ValidationLoss = loss,
            ConditionLoss = validated.ConditionMean,
            HazardLoss = validated.HazardMean,
            LearningRate = rate,
            GradientNorm = position.GradientNorms / Math.Max(1, position.Steps),
            BestEpoch = counters.BestEpoch,
            Member = member,
            Elapsed = watch.Elapsed - begun,
        };
        Finish(progress);
    }

    private void Finish(TrainingProgress progress)
    {
        position = new TrainingPosition();
        if (counters.IsBest)
        {
            best = NetworkWeights.CopyOf(network);
        }

        hooks.EpochDone?.Invoke(progress);
        KeepIfDue(progress);
    }

    private void KeepIfDue(TrainingProgress? progress)
    {
        if (hooks.KeepDue?.Invoke(progress) == true)
        {
            Keep();
        }
    }

    // A state is a function of its place: the same place is never kept twice.
    private void Keep()
    {
        (int, int) place = (counters.Epoch, position.Batch);
        if (kept != place)
        {
            hooks.Keep?.Invoke(Checkpoint());
            kept = place;
        }
    }

    private void TrainBatch(ReadOnlySpan<int> rows, int epoch)
    {
        using DisposeScope scope = NewDisposeScope();
        BatchTargets targets = gatherer.Targets(rows);
        if (targets.ConditionCount == 0 && targets.KnownCount == 0)
        {
            return;
        }

        network.DropWith(Stream("dropout", epoch, position.Batch));
        NetworkOutput output = network.call(Inputs(rows, epoch));
        Tensor? condition = StabilityLoss.Condition(output, targets);
        Tensor? hazard = StabilityLoss.Hazard(output, targets);
        double norm = optimizer.Step(StabilityLoss.Total(condition, hazard));
        LossSum losses = position.Losses.Plus(
            condition?.item<float>(),
            targets.ConditionCount,
            hazard?.item<float>(),
            targets.KnownCount
        );
        if (!double.IsFinite(norm + (losses.Total ?? double.NaN)))
        {
            network.DropWith(Stream("dropout", epoch, position.Batch));
            throw Divergence.In(epoch, network, Inputs(rows, epoch), targets);
        }

        position = position with
        {
            Losses = losses,
            GradientNorms = position.GradientNorms + norm,
            Steps = position.Steps + 1,
        };
    }

    private NetworkBatch Inputs(ReadOnlySpan<int> rows, int epoch) =>
        gatherer.Inputs(
            rows,
            options.InputNoise > 0 ? new InputNoise(Stream("noise", epoch, position.Batch), options.InputNoise) : null
        );

    private RandomSequence Stream(string purpose, params ReadOnlySpan<long> indices) =>
        RandomSequence.Open(purpose, options.Seed, [member, .. indices]);

    private Checkpoint Checkpoint() =>
        new()
        {
            Member = member,
            Counters = counters,
            Position = position,
            Weights = NetworkWeights.CopyOf(network),
            Best = best,
            Moments = optimizer.Moments(),
            Seconds = Seconds,
            Engines = resumed?.Engines ?? [],
        };
}
