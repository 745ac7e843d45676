using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Samples, split and encoder of a run. Everything fitted is fitted on training stopes.</summary>
internal sealed record PreparedData
{
    public required SampleSet Set { get; init; }

    public required StopeSplit Split { get; init; }

    public required FeatureEncoder Encoder { get; init; }

    public required NetworkOptions Shape { get; init; }

    public required LabelPlan Plan { get; init; }

    public required TrainingSets Sets { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Whether any stope was generated.</summary>
    public bool IsSynthetic => Set.Stopes.Any(stope => stope.IsSynthetic);

    /// <summary>Prepares the data of a run.</summary>
    /// <param name="data">Stopes with their histories.</param>
    /// <param name="options">All choices.</param>
    /// <param name="parent">Run whose weights, and with them whose encoder, are taken over; null: the encoder is fitted.</param>
    /// <exception cref="SentinelException">There is not enough to learn from, or the parent does not fit.</exception>
    public static PreparedData Of(MineDataset data, TrainingOptions options, ParentModel? parent = null)
    {
        SampleSet set = SampleBuilder.Build(data, options.Labels, new WindowOptions { Length = options.Window });
        StopeSplit split = StopeSplit.Create(
            set,
            new SplitOptions
            {
                TestShare = options.TestSplit,
                ValidationShare = options.ValidationSplit,
                Seed = options.Seed,
            }
        );
        return Of(set, split, options, parent);
    }

    /// <summary>Prepares samples that are divided already.</summary>
    /// <param name="set">Labelled samples.</param>
    /// <param name="split">Who trains, stops, calibrates and tests.</param>
    /// <param name="options">All choices.</param>
    /// <param name="parent">Run whose weights and encoder are taken over; null: the encoder is fitted.</param>
    /// <exception cref="SentinelException">There is not enough to learn from, or the parent does not fit.</exception>
    public static PreparedData Of(SampleSet set, StopeSplit split, TrainingOptions options, ParentModel? parent = null)
    {
        FeatureEncoder encoder =
            parent?.EncoderFor(set, split, options)
            ?? FeatureEncoder.Fit([.. split.Train.Select(stope => set.Stopes[stope])], set.Window);
        NetworkOptions shape = new()
        {
            Preset = options.Network,
            Sizes = SizesOf(options),
            StaticCount = encoder.StaticCount,
            ChannelCount = encoder.ChannelCount,
            Steps = encoder.Window.Length,
            ClassCount = set.Classes.Count,
            RelativeSeries = parent?.RelativeSeries ?? true,
        };
        IReadOnlyList<int> training = set.SamplesOf(split.Train);
        LabelPlan plan = LabelPlan.For(set, training, options.ClassWeights);
        RequireHead(plan);
        SampleEncoder samples = new(encoder, shape);
        return new PreparedData
        {
            Set = set,
            Split = split,
            Encoder = encoder,
            Shape = shape,
            Plan = plan,
            Sets = new TrainingSets(
                samples.Encode(set, training, plan),
                samples.Encode(set, set.SamplesOf(split.Stop), plan)
            ),
            Warnings = [.. WarningsOf(set, split, plan), .. parent?.WarningsFor(set, split) ?? []],
        };
    }

    /// <summary>The same samples for a network of other layers.</summary>
    /// <param name="options">Choices that agree with those the data were prepared for in all but the network.</param>
    public PreparedData For(TrainingOptions options)
    {
        NetworkOptions shape = Shape with { Preset = options.Network, Sizes = SizesOf(options) };
        return this with { Shape = shape, Sets = new TrainingSets(Sets.Train.For(shape), Sets.Stop.For(shape)) };
    }

    /// <summary>The same samples encoded otherwise.</summary>
    /// <param name="encoder">Of the same inputs.</param>
    /// <param name="warning">What a reader must know of it.</param>
    public PreparedData Using(FeatureEncoder encoder, string warning)
    {
        SampleEncoder samples = new(encoder, Shape);
        return this with
        {
            Encoder = encoder,
            Sets = new TrainingSets(
                samples.Encode(Set, Set.SamplesOf(Split.Train), Plan),
                samples.Encode(Set, Set.SamplesOf(Split.Stop), Plan)
            ),
            Warnings = [.. Warnings, warning],
        };
    }

    /// <summary>Encodes the samples of some stopes, without labels.</summary>
    public (IReadOnlyList<int> Positions, SampleTable Table) Encode(IReadOnlyList<int> stopes)
    {
        IReadOnlyList<int> positions = Set.SamplesOf(stopes);
        return (positions, new SampleEncoder(Encoder, Shape).Encode(Set, positions, null));
    }

    // A preset as it stands is written without its widths, as it always was.
    internal static NetworkSizes? SizesOf(TrainingOptions options) =>
        options.Tuning.For(options.Network) is var sizes && sizes == NetworkSizes.Of(options.Network) ? null : sizes;

    private static void RequireHead(LabelPlan plan)
    {
        if (!plan.Condition && !plan.Hazard)
        {
            throw new SentinelException(
                FailureKind.InsufficientData,
                "too_few_labels",
                "The training stopes show one class only and no failure: there is nothing to learn. Import outcomes or "
                    + "labels of stopes that did not stay stable."
            );
        }
    }

    private static IEnumerable<string> WarningsOf(SampleSet set, StopeSplit split, LabelPlan plan)
    {
        if (!plan.Condition)
        {
            yield return "The condition head was not trained: the training stopes show one class only.";
        }

        if (!plan.Hazard)
        {
            yield return "The forecast was not trained: no training stope has a dated failure.";
        }

        if (split.Test.Count == 0)
        {
            yield return "No stopes were held out: nothing here says how good the model is.";
        }

        if (split.ValidationShared)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The same {split.Stop.Count} stopes stopped the training and calibrated: stated coverage is optimistic."
            );
        }

        int without = set.Stopes.Count(stope => stope.Readings.Count == 0);
        if (without > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{without} stopes have no readings.");
        }

        if (set.Stopes.Any(stope => stope.IsSynthetic))
        {
            yield return "The data are generated: a good score on them says nothing about a mine.";
        }
    }
}
