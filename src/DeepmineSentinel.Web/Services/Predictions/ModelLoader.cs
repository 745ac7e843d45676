using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Inference.Cases;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Loads the version that should answer: production; else the one before it; else the newest valid run.</summary>
public sealed class ModelLoader(ModelRegistry registry, ArtifactStore store, TimeProvider clock)
{
    private const string OtherPurpose = "other_purpose";

    /// <summary>Tries version after version; what is damaged is refused by name.</summary>
    internal async Task<LoadResult> LoadAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ModelVersion> versions = await registry.ListAsync(cancellationToken);
        string? production = versions.FirstOrDefault(Is(ModelVersionState.Production))?.RunId;
        List<string> refused = [];
        foreach ((string runId, ServingRole role) in InOrder(versions))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryLoad(runId, role, versions, refused) is { } model)
            {
                return new LoadResult(model, production, refused);
            }
        }

        return new LoadResult(null, production, refused);
    }

    /// <summary>Loads one run by id, whatever its state.</summary>
    /// <exception cref="SentinelException">There is no such run or it is damaged.</exception>
    internal ServingModel Load(RunId runId, ServingRole role, ModelVersion? version)
    {
        return Load(runId, store.Open(runId).OpenRead, role, version);
    }

    /// <summary>Loads one run by id for whatever it answers.</summary>
    /// <exception cref="SentinelException">There is no such run or it is damaged.</exception>
    internal LoadedRun LoadAny(RunId runId) => LoadAny(runId, store.Open(runId).OpenRead);

    /// <summary>Loads a run from the folder or zip that a person named; nothing is registered by it.</summary>
    /// <exception cref="SentinelException">There is no such path, or it holds no run that can be used.</exception>
    internal LoadedRun LoadPath(string path)
    {
        if (Directory.Exists(path))
        {
            SealedRun run = ExportedFolder.Open(path);
            return LoadAny(run.Id, run.OpenRead);
        }

        if (!File.Exists(path))
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "file_not_found",
                $"There is no exported run at {path}."
            );
        }

        using RunArchive archive = RunArchive.Open(path);
        return LoadAny(archive.Id, archive.OpenRead);
    }

    private LoadedRun LoadAny(RunId runId, Func<string, Stream> open)
    {
        if (RunHeader.Read(open).Purpose == ModelPurpose.Stope)
        {
            ServingModel model = Load(runId, open, ServingRole.Production, version: null);
            return new LoadedRun(model, null, model.Info);
        }

        long started = clock.GetTimestamp();
        CasePredictor cases = ModelVerifier.LoadCases(runId, open);
        return new LoadedRun(
            null,
            cases,
            new ServingModelInfo
            {
                RunId = runId.Value,
                Title = RunTitle.Of(CaseCandidates.Product, ModelPurpose.CaseHistory, [], cases.Metadata.TrainedAt),
                Role = ServingRole.Production,
                LoadedAt = clock.GetUtcNow().UtcDateTime,
                LoadTime = clock.GetElapsedTime(started),
                TrainingTime = TimeSpan.FromSeconds(cases.Metadata.Members.Sum(member => member.Seconds)),
                TrainedAt = cases.Metadata.TrainedAt,
                Network = CaseCandidates.Product,
                Engine = cases.Metadata.Engine.ToString(),
                Parameters = cases.Metadata.Parameters,
                Probe = cases.Probe,
                TrainedOnSynthetic = false,
            }
        );
    }

    private ServingModel Load(RunId runId, Func<string, Stream> open, ServingRole role, ModelVersion? version)
    {
        long started = clock.GetTimestamp();
        RequireForStopes(open);
        StabilityPredictor predictor = ModelVerifier.Load(runId, open);
        string network = predictor.Metadata.Options.Network.ToString().ToLowerInvariant();
        return new ServingModel(
            predictor,
            new ServingModelInfo
            {
                RunId = runId.Value,
                Title = RunTitle.Of(
                    network,
                    predictor.Metadata.Purpose,
                    RunFacts.Mines(predictor.Metadata),
                    predictor.Metadata.TrainedAt
                ),
                Role = role,
                LoadedAt = clock.GetUtcNow().UtcDateTime,
                LoadTime = clock.GetElapsedTime(started),
                TrainingTime = RunFacts.TrainingTime(predictor.Metadata),
                TrainedAt = predictor.Metadata.TrainedAt,
                Network = network,
                Engine = predictor.Metadata.Engine.ToString(),
                Parameters = predictor.Metadata.Parameters,
                Probe = predictor.Probe,
                TrainedOnSynthetic = predictor.Metadata.TrainedOnSynthetic,
                GatePassed = version?.GatePassed,
                GateReasons = version?.GateReasons ?? "",
            }
        );
    }

    /// <summary>Whether any run on disk that answers for stopes is whole.</summary>
    internal bool AnyOnDisk() => store.List().Any(runId => IsWhole(runId.Value));

    /// <summary>Whether every file of a run is as its manifest says, and it answers for stopes.</summary>
    internal bool IsWhole(string runId)
    {
        try
        {
            RunId id = RunId.Parse(runId);
            RequireForStopes(store.Open(id).OpenRead);
            return true;
        }
        catch (SentinelException)
        {
            return false;
        }
    }

    private static void RequireForStopes(Func<string, Stream> open)
    {
        RunHeader.Read(open).Require(ModelPurpose.Stope);
    }

    private ServingModel? TryLoad(
        string runId,
        ServingRole role,
        IReadOnlyList<ModelVersion> versions,
        List<string> refused
    )
    {
        try
        {
            return Load(RunId.Parse(runId), role, versions.FirstOrDefault(version => version.RunId == runId));
        }
        catch (SentinelException other) when (other.Code == OtherPurpose)
        {
            return null;
        }
        catch (Exception exception) when (exception is SentinelException or IOException or UnauthorizedAccessException)
        {
            refused.Add($"{runId}: {exception.Message}");
            return null;
        }
    }

    private IEnumerable<(string RunId, ServingRole Role)> InOrder(IReadOnlyList<ModelVersion> versions)
    {
        foreach (ModelVersion version in versions.Where(Is(ModelVersionState.Production)))
        {
            yield return (version.RunId, ServingRole.Production);
        }

        foreach (ModelVersion version in versions.Where(Is(ModelVersionState.Previous)))
        {
            yield return (version.RunId, ServingRole.Previous);
        }

        // Run ids begin with their moment, so that the order of the text is the order of time.
        HashSet<string> others =
        [
            .. versions
                .Where(version => version.State != ModelVersionState.Candidate || version.Purpose != ModelPurpose.Stope)
                .Select(version => version.RunId),
        ];
        IEnumerable<string> candidates = store
            .List()
            .Select(runId => runId.Value)
            .Where(runId => !others.Contains(runId))
            .OrderDescending(StringComparer.Ordinal);
        foreach (string runId in candidates)
        {
            yield return (runId, ServingRole.Candidate);
        }
    }

    private static Func<ModelVersion, bool> Is(ModelVersionState state) =>
        version => version.State == state && version.Purpose == ModelPurpose.Stope;
}
