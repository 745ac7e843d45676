using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Inference.Cases;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Opens runs as a prediction would: manifest, every file's hash, bounds, shapes and the probe.</summary>
public sealed class ModelVerifier(ArtifactStore store, CompressedRuns compressed)
{
    /// <summary>What keeps a run from being used; null: nothing.</summary>
    public string? Problem(RunId runId)
    {
        try
        {
            Require(runId);
            return null;
        }
        catch (SentinelException exception)
        {
            return exception.Message;
        }
    }

    /// <exception cref="SentinelException">The run is not there or cannot be used.</exception>
    public void Require(RunId runId)
    {
        if (compressed.Has(runId) && !Directory.Exists(store.FolderOf(runId)))
        {
            using RunArchive archive = compressed.Open(runId);
            Prove(runId, archive.OpenRead);
            return;
        }

        Prove(runId, store.Open(runId).OpenRead);
    }

    private IEnumerable<RunId> All() => store.List().Union(compressed.List());

    /// <summary>Loads a run as whoever asks it would, whatever it answers, asks its probe and lets go of it.</summary>
    /// <param name="runId">What its manifest calls it.</param>
    /// <param name="open">Opens one of its files.</param>
    /// <exception cref="SentinelException">It cannot be used, or its files belong to another run.</exception>
    internal static void Prove(RunId runId, Func<string, Stream> open)
    {
        if (RunHeader.Read(open).Purpose == ModelPurpose.CaseHistory)
        {
            LoadCases(runId, open).Dispose();
        }
        else
        {
            Load(runId, open).Dispose();
        }
    }

    /// <summary>Loads a model of case histories and asks its probe.</summary>
    /// <exception cref="SentinelException">It cannot be used, answers something else, or its files belong to another run.</exception>
    internal static CasePredictor LoadCases(RunId runId, Func<string, Stream> open)
    {
        CasePredictor predictor = CasePredictor.Load(open);
        if (predictor.Metadata.RunId == runId.Value)
        {
            return predictor;
        }

        predictor.Dispose();
        throw OfAnother(runId);
    }

    /// <summary>Loads a model for stopes and asks its probe.</summary>
    /// <param name="runId">What its manifest calls it.</param>
    /// <param name="open">Opens one of its files.</param>
    /// <exception cref="SentinelException">It cannot be used, answers something else, or its files belong to another run.</exception>
    internal static StabilityPredictor Load(RunId runId, Func<string, Stream> open)
    {
        StabilityPredictor predictor = StabilityPredictor.Load(open);
        if (predictor.Metadata.RunId == runId.Value)
        {
            return predictor;
        }

        predictor.Dispose();
        throw OfAnother(runId);
    }

    private static SentinelException OfAnother(RunId runId) =>
        new(
            FailureKind.Damaged,
            "artifact_damaged",
            $"Run {runId} is damaged: {ArtifactFileNames.Metadata} belongs to another run."
        );

    /// <summary>Looks at one run, or at every run on disk, compressed ones too.</summary>
    public IReadOnlyList<RunVerdict> Verify(RunId? only, CancellationToken cancellationToken)
    {
        List<RunVerdict> verdicts = [];
        foreach (RunId runId in only is { } one ? [one] : All())
        {
            cancellationToken.ThrowIfCancellationRequested();
            verdicts.Add(new RunVerdict(runId.Value, Problem(runId)));
        }

        return verdicts;
    }
}
