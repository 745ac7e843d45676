using System.Diagnostics;
using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>One loaded artifact: stopes in, answers out. Safe for many threads at once; nothing in it changes after loading.</summary>
public sealed class StabilityPredictor : IDisposable
{
    private readonly LoadedModel model;
    private readonly SampleEncoder encoder;
    private readonly PredictionComposer composer;
    private readonly Attributor attributor;

    private StabilityPredictor(LoadedModel model, ProbeResult probe)
    {
        this.model = model;
        Probe = probe;
        encoder = new SampleEncoder(model.Encoder, model.Networks.Options);
        composer = new PredictionComposer(model);
        attributor = new Attributor(model);
    }

    /// <summary>Where the model comes from.</summary>
    public ModelMetadata Metadata => model.Metadata;

    /// <summary>What surrounds the network.</summary>
    public ModelComponents Components => model.Components;

    /// <summary>What the probe found when the model was loaded.</summary>
    public ProbeResult Probe { get; }

    /// <summary>Loads an artifact, checks its bounds and shapes, and asks its probe.</summary>
    /// <param name="open">Opens a file of the artifact by name.</param>
    /// <exception cref="SentinelException">
    /// <c>artifact_damaged</c>: a file cannot be trusted. <c>probe_failed</c>: the model no longer answers as it did.
    /// </exception>
    public static StabilityPredictor Load(Func<string, Stream> open)
    {
        LoadedModel model = ModelReader.Read(open);
        try
        {
            long started = Stopwatch.GetTimestamp();
            double difference = model.Metadata.Probe.LargestDifference(model.Networks);
            double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            return difference <= ProbeRecord.Tolerance
                ? new StabilityPredictor(model, new ProbeResult(true, difference, milliseconds))
                : throw ProbeFailed(model.Metadata, difference);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Answers about many stopes in one go, in the order given.</summary>
    /// <param name="stopes">Stopes with their histories.</param>
    /// <param name="options">As of when, and how answers are cut into levels.</param>
    /// <param name="token">Looked at once a stope.</param>
    public IReadOnlyList<StabilityPrediction> Predict(
        IReadOnlyList<StopeHistory> stopes,
        PredictionOptions options,
        CancellationToken token
    )
    {
        List<StabilityPrediction> predictions = new(stopes.Count);
        foreach (StopeHistory[] chunk in stopes.Chunk(NetworkScoring.BatchSize))
        {
            predictions.AddRange(PredictChunk(chunk, options, token));
        }

        return predictions;
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    private IEnumerable<StabilityPrediction> PredictChunk(
        StopeHistory[] stopes,
        PredictionOptions options,
        CancellationToken token
    )
    {
        StopeMoment[] moments = [.. stopes.Select(stope => StopeMoment.Of(stope, options.AsOf))];
        SampleTable now = encoder.Encode([.. moments.Select(moment => (moment.Stope, moment.AsOf))]);
        SampleTable past = encoder.Encode([
            .. moments.Select(moment => (moment.Stope, moment.WeekBefore ?? moment.AsOf)),
        ]);
        CalibratedAnswer[] answers = AnswersWithMembers(now, token);
        CalibratedAnswer[] earlier = Answers(NetworkScoring.Score(model.Networks, past, token), past);
        for (int row = 0; row < moments.Length; row++)
        {
            token.ThrowIfCancellationRequested();
            int index = row;
            ComposedInput input = new(moments[row], answers[row], now.NoSeries[row])
            {
                WeekBefore = moments[row].WeekBefore is null || past.NoSeries[row] ? null : earlier[row],
            };
            yield return composer.Compose(
                input,
                options,
                () => options.Explain ? attributor.Explain(now, index, moments[index]) : Explanation.None
            );
        }
    }

    private CalibratedAnswer[] AnswersWithMembers(SampleTable table, CancellationToken token)
    {
        (NetworkScores together, IReadOnlyList<NetworkScores> members) = NetworkScoring.ScoreMembers(
            model.Networks,
            table,
            token
        );
        CalibratedAnswer[] answers = Answers(together, table);
        CalibratedAnswer[][] each = members.Count > 1 ? [.. members.Select(member => Answers(member, table))] : [];
        return [.. answers.Select((answer, row) => answer with { Members = [.. each.Select(rows => rows[row])] })];
    }

    private CalibratedAnswer[] Answers(NetworkScores scores, SampleTable table)
    {
        int classes = table.Shape.ClassCount;
        int hazards = NetworkOptions.HazardCount;
        CalibratedAnswer[] answers = new CalibratedAnswer[table.Count];
        for (int row = 0; row < answers.Length; row++)
        {
            answers[row] = CalibratedAnswer.Of(
                model.Components,
                scores.Condition.AsSpan(row * classes, classes),
                scores.Hazard.AsSpan(row * hazards, hazards)
            );
        }

        return answers;
    }

    private static SentinelException ProbeFailed(ModelMetadata metadata, double difference) =>
        new(
            FailureKind.Damaged,
            "probe_failed",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Run {metadata.RunId} no longer answers as it did after training: its probe differs by {difference:G3}, "
                    + $"more than 0.00001. It was trained by {metadata.Engine}, this is {EngineIdentity.Current}."
            )
        );
}
