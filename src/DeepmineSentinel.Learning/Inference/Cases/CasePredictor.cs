using System.Diagnostics;
using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Features.Cases;

namespace DeepmineSentinel.Learning.Inference.Cases;

/// <summary>One loaded model of case histories: a stope's rock mass and size in, a statement out. Nothing in it changes after loading.</summary>
public sealed class CasePredictor : IDisposable
{
    private const string OneSurface =
        "Asked about one surface, of the stope's hydraulic radius and dip; a stope has five. Stope width, backfill walls and blasting are not in it.";

    private static readonly StabilityClass[] States =
    [
        StabilityClass.Stable,
        StabilityClass.Unstable,
        StabilityClass.Failure,
    ];

    private readonly LoadedCaseModel model;

    private CasePredictor(LoadedCaseModel model, ProbeResult probe)
    {
        this.model = model;
        Probe = probe;
    }

    /// <summary>Where the model comes from.</summary>
    public CaseMetadata Metadata => model.Metadata;

    /// <summary>What the probe found when the model was loaded.</summary>
    public ProbeResult Probe { get; }

    /// <summary>Loads an artifact, checks its bounds and shapes, and asks its probe.</summary>
    /// <param name="open">Opens a file of the artifact by name.</param>
    /// <exception cref="SentinelException">
    /// <c>artifact_damaged</c>: a file cannot be trusted. <c>probe_failed</c>: the model no longer answers as it did.
    /// <c>other_purpose</c>: it answers for stopes with readings.
    /// </exception>
    public static CasePredictor Load(Func<string, Stream> open)
    {
        LoadedCaseModel model = CaseModelReader.Read(open);
        try
        {
            long started = Stopwatch.GetTimestamp();
            double difference = model.Metadata.Probe.LargestDifference(model.Ensemble);
            double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            return difference <= ProbeRecord.Tolerance
                ? new CasePredictor(model, new ProbeResult(true, difference, milliseconds))
                : throw new SentinelException(
                    FailureKind.Damaged,
                    "probe_failed",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Run {model.Metadata.RunId} no longer answers as it did after training: its probe differs by {difference:G3}, "
                            + $"more than 0.00001. It was trained by {model.Metadata.Engine}, this is {EngineIdentity.Current}."
                    )
                );
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>What it says of a stope; where something is missing or the cases do not reach, that it says nothing.</summary>
    public CaseStatement Answer(StopeProperties properties)
    {
        StopeSurface surface = StopeSurface.Of(properties);
        CaseStatement silent = new()
        {
            RunId = Metadata.RunId,
            Class = StabilityClass.Unknown,
            Inputs = Inputs(surface),
            Missing = surface.Missing,
            Warnings = [.. surface.Notes, OneSurface],
            DistanceLimit = model.Components.Spread.DistanceLimit,
            Reliability = model.Components.Reliability,
        };
        if (surface.Case is not { } asked)
        {
            return silent with { UnknownReason = string.Join(' ', surface.Missing) };
        }

        CaseReach reach = model.Components.Spread.Check(model.Ensemble.Networks.Inputs, asked);
        CaseStatement placed = silent with
        {
            Distance = reach.Distance,
            Warnings = [.. reach.Warnings, .. silent.Warnings],
            UnknownReason = reach.UnknownReason,
        };
        return reach.UnknownReason is null ? Told(placed, model.Ensemble.Ask(asked)) : placed;
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    private CaseStatement Told(CaseStatement placed, CaseOpinion opinion)
    {
        string meaning = string.Create(
            CultureInfo.InvariantCulture,
            $"range over {opinion.Members.Count} networks beside one logit"
        );
        return placed with
        {
            Class = States[opinion.Answer],
            Probabilities =
            [
                .. States.Select(
                    (state, k) =>
                        new ClassProbability(
                            state,
                            opinion.Probabilities[k],
                            opinion.Members.Count > 1
                                ? new ProbabilityInterval(
                                    opinion.Members.Min(member => member[k]),
                                    opinion.Members.Max(member => member[k]),
                                    meaning
                                )
                                : null
                        )
                ),
            ],
            ConformalSet = [.. States.Where((_, k) => opinion.Set[k])],
            SameAnswer =
            [
                .. States.Select((state, k) => new CaseCount(state, model.Components.Confusion[k][opinion.Answer])),
            ],
        };
    }

    private CaseInput[] Inputs(StopeSurface surface) =>
        [
            .. model.Components.Spread.Spans.Select(
                (span, j) => new CaseInput(span.Name, span.Unit, surface.Values[j], span.Lowest, span.Highest)
            ),
        ];
}
