using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Inference.Cases;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Cases;

/// <summary>
/// Holds the model of case histories that answers: production; else the one before it; else the newest candidate, which is said.
/// It is some kilobytes and answers in microseconds, so it is looked for at every call and asked by one caller at a time.
/// </summary>
public sealed partial class CaseModelHost(ModelRegistry registry, ArtifactStore store, ILogger<CaseModelHost> logger)
    : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly HashSet<string> damaged = [];
    private CasePredictor? loaded;

    /// <summary>What the model says of stopes, all of them by one version.</summary>
    /// <returns>One statement a stope; empty: there is no model of case histories.</returns>
    public async Task<IReadOnlyList<CaseStatement>> AnswerAsync(
        IReadOnlyList<StopeHistory> stopes,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<VersionPlace> versions = await PlacesAsync(cancellationToken);
        await turn.WaitAsync(cancellationToken);
        try
        {
            return Serving(versions) is { } version
                ?
                [
                    .. stopes.Select(stope =>
                        Said(loaded!.Answer(stope.Properties) with { Gate = version.Gate }, version)
                    ),
                ]
                : [];
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The version that answers; null: none can.</summary>
    public async Task<VersionPlace?> ServingAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<VersionPlace> versions = await PlacesAsync(cancellationToken);
        await turn.WaitAsync(cancellationToken);
        try
        {
            return Serving(versions);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The same with what it measured.</summary>
    public async Task<ModelVersion?> ServingVersionAsync(CancellationToken cancellationToken) =>
        await ServingAsync(cancellationToken) is { } place
            ? await registry.GetAsync(place.RunId, cancellationToken)
            : null;

    public void Dispose()
    {
        loaded?.Dispose();
        turn.Dispose();
    }

    // What stands in memory stays there while it is the one that should answer.
    private VersionPlace? Serving(IReadOnlyList<VersionPlace> versions)
    {
        foreach (VersionPlace version in InOrder(versions))
        {
            if (loaded?.Metadata.RunId == version.RunId || TryLoad(version.RunId))
            {
                return version;
            }
        }

        return null;
    }

    private bool TryLoad(string runId)
    {
        try
        {
            RunId id = RunId.Parse(runId);
            CasePredictor next = ModelVerifier.LoadCases(id, store.Open(id).OpenRead);
            loaded?.Dispose();
            loaded = next;
            damaged.Remove(runId);
            return true;
        }
        catch (Exception exception) when (exception is SentinelException or IOException or UnauthorizedAccessException)
        {
            if (damaged.Add(runId))
            {
                LogRefused(runId, exception.Message);
            }

            return false;
        }
    }

    private Task<IReadOnlyList<VersionPlace>> PlacesAsync(CancellationToken cancellationToken) =>
        registry.PlacesAsync(ModelPurpose.CaseHistory, cancellationToken);

    private static IEnumerable<VersionPlace> InOrder(IReadOnlyList<VersionPlace> versions) =>
        versions.OrderBy(version =>
            version.State switch
            {
                ModelVersionState.Production => 0,
                ModelVersionState.Previous => 1,
                _ => 2,
            }
        );

    private static CaseStatement Said(CaseStatement statement, VersionPlace version) =>
        version.State switch
        {
            ModelVersionState.Production => statement,
            ModelVersionState.Previous => statement with
            {
                Warnings =
                [
                    .. statement.Warnings,
                    $"Run {version.RunId} answers because the version in production is damaged.",
                ],
            },
            _ => statement with
            {
                Warnings =
                [
                    .. statement.Warnings,
                    $"Run {version.RunId} answers as a candidate: no model of case histories has been promoted.",
                ],
            },
        };

    [LoggerMessage(LogLevel.Warning, "Model of case histories {RunId} was refused: {Reason}")]
    private partial void LogRefused(string runId, string reason);
}
