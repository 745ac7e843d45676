using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>
/// A finished run that another one starts from: its weights, and the encoder they belong to. Weights mean something only
/// for inputs scaled as theirs were, so the encoder is taken over and not fitted again (docs/decisions/080).
/// </summary>
public sealed class ParentModel
{
    private readonly ModelMetadata metadata;
    private readonly ModelComponents components;

    private ParentModel(RunId runId, LoadedModel model)
    {
        RunId = runId;
        metadata = model.Metadata;
        components = model.Components;
        Weights = [.. model.Networks.Members.Select(NetworkWeights.CopyOf)];
    }

    /// <summary>The run.</summary>
    public RunId RunId { get; }

    /// <summary>Preset of its network.</summary>
    public NetworkPreset Network => metadata.Network.Preset;

    /// <summary>Its layers where they differ from the preset's; null: they are the preset's.</summary>
    public NetworkSizes? Sizes => metadata.Network.Sizes;

    /// <summary>Whether its series branch sees differences to the window's mean.</summary>
    internal bool RelativeSeries => metadata.Network.RelativeSeries;

    /// <summary>Weights of its members.</summary>
    public IReadOnlyList<IReadOnlyList<WeightArray>> Weights { get; }

    /// <summary>Reads a finished run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="open">Opens a file of its artifact by name.</param>
    /// <exception cref="SentinelException">A file is damaged or does not fit the others.</exception>
    public static ParentModel Read(RunId runId, Func<string, Stream> open)
    {
        if (RunHeader.Read(open).Purpose != ModelPurpose.Stope)
        {
            throw Misfit(runId, "purpose", "it answers for case histories");
        }

        using LoadedModel model = ModelReader.Read(open);
        return new ParentModel(runId, model);
    }

    /// <summary>Its encoder, once it is known that its weights can learn these data honestly.</summary>
    /// <exception cref="SentinelException">
    /// <c>from_other_purpose</c>, <c>from_other_network</c>, <c>from_other_labels</c>, <c>from_other_features</c> or <c>from_other_window</c>: its weights do not fit;
    /// <c>from_saw_test</c>: it learnt from stopes that are held out now.
    /// </exception>
    internal FeatureEncoder EncoderFor(SampleSet set, StopeSplit split, TrainingOptions options)
    {
        FeatureEncoder encoder = FeatureEncoder.FromComponents(components.Features);
        Require(Network == options.Network, "network", $"its network is {Network}, not {options.Network}");
        Require(Sizes == PreparedData.SizesOf(options), "network", "its layers have other sizes");
        Require(options.SelectFeatures is null, "features", "its features are chosen already");
        Require(
            components.Classes.SequenceEqual(set.Classes),
            "labels",
            $"it answers {components.Classes.Count} classes and these data have {set.Classes.Count}"
        );
        Require(encoder.Window == set.Window, "window", "its window or step is another");
        if (Learnt(set, split.Test) is > 0 and int seen)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "from_saw_test",
                $"Run {RunId} learnt from {seen} of the stopes that are held out for the test; hold out the share that it held out."
            );
        }

        return encoder;
    }

    /// <summary>What a reader must know of validation on stopes that the parent has seen.</summary>
    internal IReadOnlyList<string> WarningsFor(SampleSet set, StopeSplit split)
    {
        int seen = Learnt(set, [.. split.Stop.Union(split.Calibrate)]);
        return seen == 0
            ? []
            :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Run {RunId}, whose weights this one started from, learnt from {seen} of the validation stopes: early stop and coverage are optimistic."
                ),
            ];
    }

    private int Learnt(SampleSet set, IReadOnlyList<int> stopes)
    {
        HashSet<string> learnt = [.. metadata.Split.Train];
        return stopes.Count(stope => SplitNames.Has(learnt, set.Stopes[stope]));
    }

    private void Require(bool met, string what, string reason)
    {
        if (!met)
        {
            throw Misfit(RunId, what, reason);
        }
    }

    private static SentinelException Misfit(RunId runId, string what, string reason) =>
        new(
            FailureKind.Conflict,
            $"from_other_{what}",
            $"The weights of run {runId} do not fit: {reason.ToLowerInvariant()}."
        );
}
