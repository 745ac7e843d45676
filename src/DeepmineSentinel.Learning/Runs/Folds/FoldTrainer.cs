using System.Diagnostics;
using System.Globalization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Folds;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>Trains and asks the models of one fold: fitted, stopped and calibrated on three groups of stopes, asked on the fourth.</summary>
/// <param name="request">What to train.</param>
/// <param name="oracle">Knows how generated data were made; null: nobody does.</param>
internal sealed class FoldTrainer(CrossValidationRequest request, DemoOracle? oracle)
{
    public FoldRecord Run(Fold fold, CancellationToken token)
    {
        long started = Stopwatch.GetTimestamp();
        PreparedData data = PreparedData.Of(fold.Set, fold.Split, request.Options);
        IReadOnlyList<TrainedMember> members = Train(data, $"{fold.Name}, network", token);
        Asked asked = Ask(data, members, token);
        using NetworkEnsemble networks = asked.Networks;
        FittedBaselines baselines = FittedBaselines.Fit(BaselineSet.Create(), fold.Set, fold.Split.Train);
        AnsweredGroup answers = AnsweredGroup.Of(asked.Scored, (asked.Calibration, data.Plan), baselines);
        (IReadOnlyList<int> stopes, IReadOnlyList<FeatureRises> rises) = request.Importance
            ? FeatureRises.Measure(
                networks,
                (fold.Set, asked.Scored.Positions, asked.Table),
                (asked.Calibration, data.Plan),
                data.Encoder,
                token
            )
            : ([], []);
        return new FoldRecord
        {
            Samples = answers.Samples.Count,
            Models = [.. answers.Models, .. Branches(data, fold, token), .. Oracle(fold, asked.Scored.Positions)],
            Notes = answers.Notes,
            BestEpochs = [.. members.Select(member => member.Counters.BestEpoch)],
            Temperatures = [asked.Calibration.ConditionTemperature, asked.Calibration.HazardTemperature],
            ImportanceStopes = stopes,
            Importance = rises,
            Ranges = [.. asked.Scored.Positions.Select(at => RangeOf(data.Encoder.RangeCheck, fold.Set, at))],
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    private static RangeVerdict RangeOf(RangeCheck check, SampleSet set, int position)
    {
        Sample sample = set.Samples[position];
        RangeReport report = check.Check(set.Stopes[sample.StopeIndex], sample.AsOf);
        return report.IsUnknown ? RangeVerdict.Unknown
            : report.Warnings.Count > 0 ? RangeVerdict.Warned
            : RangeVerdict.Inside;
    }

    // The same network with one branch's inputs at nothing.
    private IEnumerable<AnsweredSamples> Branches(PreparedData data, Fold fold, CancellationToken token)
    {
        string[] channels = [.. data.Encoder.ChannelNames];
        string[] statics = [.. data.Encoder.AllFeatures.Except(channels)];
        foreach (
            (string name, string[] features) in request.BranchesAlone
                ? new[] { (ModelEvaluation.StaticBranchName, statics), (ModelEvaluation.SeriesBranchName, channels) }
                : []
        )
        {
            PreparedData alone = data.Using(data.Encoder.Select(features), $"{name} alone.");
            Asked asked = Ask(alone, Train(alone, $"{fold.Name}, {name}", token), token);
            asked.Networks.Dispose();
            yield return AnsweredSamples.OfNetwork(asked.Scored, asked.Calibration, alone.Plan) with
            {
                Name = name,
            };
        }
    }

    private IEnumerable<AnsweredSamples> Oracle(Fold fold, IReadOnlyList<int> positions) =>
        oracle is null ? [] : [AnsweredSamples.OfBaseline(oracle, fold.Set, positions)];

    private IReadOnlyList<TrainedMember> Train(PreparedData data, string what, CancellationToken token)
    {
        void Tell(TrainingProgress epoch)
        {
            if (epoch.Epoch % 10 == 0)
            {
                request.Progress?.Invoke(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{what}: epoch {epoch.Epoch}, validation loss {epoch.ValidationLoss:F4}"
                    )
                );
            }
        }

        return TrainingLoop.Run(request.Options, data.Sets, new TrainingHooks { EpochDone = Tell }, token);
    }

    private static Asked Ask(PreparedData data, IReadOnlyList<TrainedMember> members, CancellationToken token)
    {
        NetworkEnsemble networks = TrainedNetworks.Of(data.Shape, members);
        (IReadOnlyList<int> calibrating, SampleTable calibration) = data.Encode(data.Split.Calibrate);
        (IReadOnlyList<int> testing, SampleTable table) = data.Encode(data.Split.Test);
        ModelCalibration fitted = Calibrator.Fit(
            new ScoredSamples(data.Set, calibrating, NetworkScoring.Score(networks, calibration, token)),
            data.Plan
        );
        return new Asked(
            networks,
            fitted,
            new ScoredSamples(data.Set, testing, NetworkScoring.Score(networks, table, token)),
            table
        );
    }

    private sealed record Asked(
        NetworkEnsemble Networks,
        ModelCalibration Calibration,
        ScoredSamples Scored,
        SampleTable Table
    );
}
