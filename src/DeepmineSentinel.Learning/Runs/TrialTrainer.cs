using System.Diagnostics;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Trains one configuration and measures its validation loss; nothing is evaluated on test stopes or written.</summary>
internal sealed class TrialTrainer(PreparedShapes shapes, TimeProvider clock)
{
    private const string Diverged = "training_diverged";

    /// <summary>Trains.</summary>
    /// <param name="trial">What to train.</param>
    /// <param name="isHopeless">Asked after every epoch of the first network with its losses so far.</param>
    /// <param name="token">Looked at once a batch.</param>
    /// <returns>What it found, and the trained networks where it came to its end.</returns>
    public (TrialRecord Record, TrainedTrial? Trained) Train(
        SearchTrial trial,
        Func<IReadOnlyList<double>, bool> isHopeless,
        CancellationToken token
    )
    {
        long started = Stopwatch.GetTimestamp();
        List<TrainingProgress> epochs = [];
        List<double> losses = [];
        TrialRecord Record(TrialState state, double? loss) =>
            new()
            {
                Key = trial.Key,
                Configuration = Configuration.Of(trial.Options),
                State = state,
                ValidationLoss = loss,
                Epochs = epochs.Count,
                Losses = losses,
                Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
                EndedAt = clock.GetUtcNow().UtcDateTime,
            };

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        void EpochDone(TrainingProgress epoch)
        {
            epochs.Add(epoch);
            if (epoch.Member > 0)
            {
                return;
            }

            losses.Add(epoch.ValidationLoss);
            if (isHopeless(losses))
            {
                stop.Cancel();
            }
        }

        try
        {
            PreparedData data = FeatureSelector.Select(shapes.Take(trial.Options), trial.Options, token);
            TrainingHooks hooks = new() { EpochDone = EpochDone };
            IReadOnlyList<TrainedMember> members = TrainingLoop.Run(trial.Options, data.Sets, hooks, stop.Token);
            TrialRecord record = Record(TrialState.Trained, LossOf(data, members, token));
            return (record, new TrainedTrial(record, data, members, epochs));
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return (Record(TrialState.Stopped, null), null);
        }
        catch (SentinelException problem) when (problem.Code == Diverged)
        {
            return (Record(TrialState.Diverged, null), null);
        }
        finally
        {
            shapes.GiveBack(trial.Options);
        }
    }

    private static double LossOf(PreparedData data, IReadOnlyList<TrainedMember> members, CancellationToken token)
    {
        using NetworkEnsemble networks = TrainedNetworks.Of(data.Shape, members);
        return RunEvaluation.ValidationLossOf(data, networks, token)
            ?? throw new SentinelException(
                FailureKind.InsufficientData,
                "no_validation_stopes",
                "There are no validation stopes with labels to choose the best trial on: raise --validation-split."
            );
    }
}
