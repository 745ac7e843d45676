using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>
/// Chooses features by a first network: trained on all of them, asked on the stopes that stop the training how much it leans
/// on each. Nothing random but the seed's own streams: a resumed run chooses the same.
/// </summary>
internal static class FeatureSelector
{
    /// <summary>The data with the features that options ask for.</summary>
    /// <exception cref="SentinelException">There are no validation stopes to choose on.</exception>
    public static PreparedData Select(PreparedData data, TrainingOptions options, CancellationToken token)
    {
        if (options.SelectFeatures is not { } wanted)
        {
            return data;
        }

        if (data.Sets.Stop.Count == 0)
        {
            throw new SentinelException(
                FailureKind.InsufficientData,
                "no_validation_stopes",
                "There are no validation stopes with labels to choose features on: raise --validation-split."
            );
        }

        IReadOnlyList<TrainedMember> first = TrainingLoop.Run(
            options with
            {
                Ensemble = 1,
                CheckpointEvery = 0,
            },
            data.Sets,
            new TrainingHooks(),
            token
        );
        using NetworkEnsemble networks = TrainedNetworks.Of(data.Shape, first);
        IReadOnlyList<FeatureUse> uses = FeatureUse.Measure(networks, data.Sets.Stop, data.Plan, data.Encoder, token);
        string[] chosen = Choose(uses, wanted);
        double? whole = RunEvaluation.ValidationLossOf(data, networks, token);
        return data.Using(
            data.Encoder.Select(chosen),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{chosen.Length} of {uses.Count} features were selected by permutation importance on validation stopes; with all of them one network had a validation loss of {whole:F4}."
            )
        );
    }

    /// <summary>The features to keep, best first: the network has two branches, so the best of either is always among them.</summary>
    /// <param name="uses">All features, best first.</param>
    /// <param name="wanted">How many; 0: those whose rise is above its own standard error.</param>
    internal static string[] Choose(IReadOnlyList<FeatureUse> uses, int wanted)
    {
        FeatureUse[] must = [uses.First(use => use.IsChannel), uses.First(use => !use.IsChannel)];
        IEnumerable<FeatureUse> others = uses.Except(must);
        IEnumerable<FeatureUse> kept =
            wanted == 0 ? others.Where(use => use.Rise > use.Error) : others.Take(wanted - must.Length);
        return [.. must.Concat(kept).OrderByDescending(use => use.Rise).Select(use => use.Name)];
    }
}
