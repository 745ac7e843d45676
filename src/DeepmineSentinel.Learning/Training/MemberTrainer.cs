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
    private EpochCounters counters;
    private TrainingPosition position = new();
    private IReadOnlyList<WeightArray> best = [];

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

    public TrainedMember Run(CancellationToken token)
    {
        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            while (counters.Epoch < options.Epochs && !IsExhausted)
            {
                RunEpoch(token);
            }
        }
        catch (OperationCanceledException)
        {
            hooks.Keep?.Invoke(Checkpoint());
            throw;
        }

        return new TrainedMember(best, counters, watch.Elapsed.TotalSeconds);
    }

    public void Dispose()
    {
        optimizer.Dispose();
        alone.Dispose();
    }

    private bool IsExhausted => counters.Epoch > 0 && counters.IsExhausted(options.Patience);

    private void RunEpoch(CancellationToken token)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int epoch = counters.Epoch;
        double rate = counters.LearningRate;
        network.train();
        optimizer.SetRate(rate);
        BatchPlan plan = new(sets.Train.Count, options.BatchSize, Stream("shuffle", epoch));
        for (; position.Batch < plan.Count; position = position with { Batch = position.Batch + 1 })
        {
            token.ThrowIfCancellationRequested();
            TrainBatch(plan.Rows(position.Batch), epoch);
        }

        LossSum trained = position.Losses;
        LossSum validated = sets.Stop.Count > 0 ? Validate(token) : trained;
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
            Elapsed = watch.Elapsed,
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
        if (options.CheckpointEvery > 0 && counters.Epoch % options.CheckpointEvery == 0)
        {
            hooks.Keep?.Invoke(Checkpoint());
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
        NetworkOutput output = network.call(gatherer.Inputs(rows));
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
            throw Divergence.In(epoch, network, gatherer.Inputs(rows), targets);
        }

        position = position with
        {
            Losses = losses,
            GradientNorms = position.GradientNorms + norm,
            Steps = position.Steps + 1,
        };
    }

    private LossSum Validate(CancellationToken token)
    {
        alone.Freeze();
        BatchGatherer stopping = new(sets.Stop);
        LossSum losses = new();
        using IDisposable untracked = no_grad();
        foreach (int[] rows in Enumerable.Range(0, sets.Stop.Count).Chunk(NetworkScoring.BatchSize))
        {
            token.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            BatchTargets targets = stopping.Targets(rows);
            NetworkBatch inputs = stopping.Inputs(rows);
            NetworkOutput output = network.call(inputs);
            losses = losses.Plus(
                StabilityLoss.Condition(output, targets)?.item<float>(),
                targets.ConditionCount,
                StabilityLoss.Hazard(output, targets)?.item<float>(),
                targets.KnownCount
            );
            if (!double.IsFinite(losses.Total ?? 0))
            {
                throw Divergence.In(counters.Epoch, network, inputs, targets);
            }
        }

        return losses;
    }

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
        };
}
