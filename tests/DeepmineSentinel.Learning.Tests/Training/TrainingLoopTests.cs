using System.Security.Cryptography;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Training;

public sealed class TrainingLoopTests
{
    [Fact]
    public void The_same_seed_and_data_give_equal_weights_to_the_bit()
    {
        TrainingOptions options = Options with { Epochs = 2 };
        string first = HashOf(Train(options, Sets(65, 20)));
        Assert.Equal(first, HashOf(Train(options, Sets(65, 20))));
        Assert.NotEqual(first, HashOf(Train(options with { Seed = 43 }, Sets(65, 20))));
    }

    [Fact]
    public void A_tiny_set_is_learnt_to_near_zero_loss()
    {
        TrainingSets sets = Sets(12, 0);
        List<TrainingProgress> epochs = [];
        TrainingOptions options = Options with
        {
            Epochs = 400,
            Patience = 400,
            BatchSize = 12,
            LearningRate = 5e-3,
            InputNoise = 0,
        };
        TrainedMember member = Train(options, sets, epochs);
        using NetworkEnsemble ensemble = Ensemble(sets.Train.Shape, member);
        NetworkScores scores = NetworkScoring.Score(ensemble, sets.Train, TestContext.Current.CancellationToken);
        Assert.InRange(LossOf(scores, sets.Train), 0, 0.05);
    }

    [Fact]
    public void Training_stops_early_and_restores_the_best_epoch()
    {
        List<TrainingProgress> epochs = [];
        TrainingOptions options = Options with { Epochs = 60, Patience = 3 };
        TrainingSets sets = Sets(40, 30, shuffledLabels: true);
        TrainedMember member = Train(options, sets, epochs);
        Assert.Equal(epochs.Count, member.Counters.Epoch);
        Assert.True(epochs.Count < 60);
        Assert.Equal(3, epochs.Count - member.Counters.BestEpoch);
        Assert.Equal(epochs.Min(epoch => epoch.ValidationLoss), member.Counters.BestLoss);
        using NetworkEnsemble ensemble = Ensemble(sets.Train.Shape, member);
        NetworkScores scores = NetworkScoring.Score(ensemble, sets.Stop, TestContext.Current.CancellationToken);
        Assert.Equal(member.Counters.BestLoss, LossOf(scores, sets.Stop), 1e-5);
    }

    [Fact]
    public void A_last_batch_of_one_row_joins_the_one_before()
    {
        BatchPlan plan = new(65, 32, RandomSequence.Open("shuffle", 1));
        Assert.Equal(2, plan.Count);
        Assert.Equal(32, plan.Rows(0).Length);
        Assert.Equal(33, plan.Rows(1).Length);
        int[] all = [.. plan.Rows(0), .. plan.Rows(1)];
        Assert.Equal(Enumerable.Range(0, 65), all.Order());
        Assert.Equal(3, new BatchPlan(66, 32, RandomSequence.Open("shuffle", 1)).Count);
        Assert.Equal(1, new BatchPlan(33, 32, RandomSequence.Open("shuffle", 1)).Count);
    }

    [Fact]
    public void Numbers_that_leave_the_finite_end_training_with_their_own_code()
    {
        TrainingSets sets = Sets(40, 0);
        sets.Train.Statics[5] = float.NaN;
        SentinelException problem = Assert.Throws<SentinelException>(() => Train(Options, sets));
        Assert.Equal("training_diverged", problem.Code);
        Assert.Contains("epoch 1: the input of the batch is", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_keeps_a_checkpoint_that_is_read_back_equal()
    {
        using CancellationTokenSource source = new();
        List<Checkpoint> kept = [];
        TrainingHooks hooks = new()
        {
            EpochDone = progress =>
            {
                if (progress.Epoch == 2)
                {
                    source.Cancel();
                }
            },
            Keep = kept.Add,
        };
        Assert.ThrowsAny<OperationCanceledException>(() =>
            TrainingLoop.Run(Options with { CheckpointEvery = 0 }, Sets(65, 20), hooks, source.Token)
        );
        Checkpoint checkpoint = Assert.Single(kept);
        Assert.Equal(2, checkpoint.Counters.Epoch);
        Assert.All(checkpoint.Moments.Steps, step => Assert.Equal(4, step));
        using MemoryStream file = new();
        CheckpointFile.Write(file, checkpoint);
        file.Position = 0;
        Checkpoint read = CheckpointFile.Read(file);
        Assert.Equal(checkpoint.Counters, read.Counters);
        Assert.Equal(checkpoint.Position, read.Position);
        Assert.Equal(checkpoint.Moments.Steps, read.Moments.Steps);
        AssertSame(checkpoint.Weights, read.Weights);
        AssertSame(checkpoint.Best, read.Best);
        AssertSame(checkpoint.Moments.First, read.Moments.First);
        AssertSame(checkpoint.Moments.Second, read.Moments.Second);
    }

    [Fact]
    public void A_head_without_labels_has_no_loss()
    {
        TrainingSets sets = Sets(40, 20);
        Array.Clear(sets.Train.HazardKnown);
        Array.Clear(sets.Stop.HazardKnown);
        List<TrainingProgress> epochs = [];
        Train(Options with { Epochs = 1 }, sets, epochs);
        Assert.Null(epochs[0].HazardLoss);
        Assert.Equal(1.2 * epochs[0].ConditionLoss!.Value, epochs[0].ValidationLoss, 1e-9);
    }

    private static TrainingOptions Options { get; } = new() { Network = NetworkPreset.Compact, Epochs = 5 };

    private static TrainingSets Sets(int train, int stop, bool shuffledLabels = false) =>
        new(Labelled(train, shuffledLabels), Labelled(stop, shuffledLabels));

    private static SampleTable Labelled(int rows, bool shuffled)
    {
        SampleTable table = TestBatches.Table(TestBatches.Shape(NetworkPreset.Compact), rows);
        RandomSequence numbers = RandomSequence.Open("labels", rows);
        for (int row = 0; row < rows; row++)
        {
            float score = shuffled ? numbers.NextFloat() - 0.5f : table.Statics[row * 65];
            int label =
                score < -0.2f ? 0
                : score < 0.2f ? 1
                : 2;
            table.ConditionTargets[(row * 3) + label] = 1;
            table.HazardTargets[row * 5] = label == 2 ? 1 : 0;
            table.HazardKnown[row * 5] = 1;
        }

        return table;
    }

    private static double LossOf(NetworkScores scores, SampleTable table)
    {
        double condition = 0;
        double hazard = 0;
        for (int row = 0; row < table.Count; row++)
        {
            double sum = 0;
            for (int k = 0; k < 3; k++)
            {
                sum += Math.Exp(scores.Condition[(row * 3) + k]);
            }

            for (int k = 0; k < 3; k++)
            {
                condition += table.ConditionTargets[(row * 3) + k] * (Math.Log(sum) - scores.Condition[(row * 3) + k]);
            }

            double logit = scores.Hazard[row * 5];
            hazard += Math.Log(1 + Math.Exp(table.HazardTargets[row * 5] > 0 ? -logit : logit));
        }

        return ((1.2 * condition) + (5 * hazard)) / table.Count;
    }

    private static TrainedMember Train(
        TrainingOptions options,
        TrainingSets sets,
        List<TrainingProgress>? epochs = null
    ) =>
        TrainingLoop.Run(
            options,
            sets,
            new TrainingHooks { EpochDone = progress => epochs?.Add(progress) },
            TestContext.Current.CancellationToken
        )[0];

    private static NetworkEnsemble Ensemble(NetworkOptions shape, TrainedMember member)
    {
        DualBranchNetwork network = new(shape, 0);
        NetworkWeights.CopyInto(network, member.Weights);
        NetworkEnsemble ensemble = new([network]);
        ensemble.Freeze();
        return ensemble;
    }

    private static string HashOf(TrainedMember member)
    {
        using MemoryStream file = new();
        SafeTensors.Write(file, member.Weights);
        return Convert.ToHexStringLower(SHA256.HashData(file.ToArray()));
    }

    private static void AssertSame(IReadOnlyList<WeightArray> one, IReadOnlyList<WeightArray> other) =>
        Assert.All(
            one.OrderBy(array => array.Name, StringComparer.Ordinal)
                .Zip(other.OrderBy(array => array.Name, StringComparer.Ordinal)),
            pair =>
            {
                Assert.Equal(pair.First.Name, pair.Second.Name);
                Assert.Equal(pair.First.Shape, pair.Second.Shape);
                Assert.Equal(pair.First.Values, pair.Second.Values);
            }
        );
}
