using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Runs.Cases;
using DeepmineSentinel.Web.Options;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>What runs are started with, and the finished runs that they start from.</summary>
public sealed class RunRequests(ArtifactStore artifacts, IOptions<CaseHistoryOptions> ofCases, TimeProvider clock)
{
    /// <summary>What a stopped run was started with; null: it is new.</summary>
    internal StoredRequest? Find(RunId id) =>
        artifacts.FindUnfinished(id) is { } unfinished ? StoredRequest.Read(unfinished) : null;

    /// <param name="id">The run.</param>
    /// <param name="options">What it was asked for.</param>
    /// <param name="dataHash">Hash of the data that were read.</param>
    /// <param name="snapshot">Name of the snapshot; null: there is none.</param>
    internal StoredRequest Make(RunId id, TrainModelOptions options, string dataHash, string? snapshot) =>
        new()
        {
            RunId = id.Value,
            StartedAt = clock.GetUtcNow().UtcDateTime,
            Options = options,
            DataHash = dataHash,
            Snapshot = snapshot,
        };

    /// <summary>The part that learning understands; where a stopped run goes on is the caller's.</summary>
    internal TrainingRequest ToLearning(StoredRequest stored, MineDataset dataset) =>
        new()
        {
            RunId = RunId.Parse(stored.RunId),
            Data = dataset,
            Options = stored.Options.ToLearning(),
            Clock = clock,
            StartedAt = stored.StartedAt,
            Parent = Parent(stored.Options.From),
            Notes = stored.Options.Notes,
            LeftOut = stored.LeftOut,
            WriteReport = stored.Options.GenerateReport,
            WritePlots = stored.Options.SavePlots,
        };

    /// <summary>The part that learning from case histories understands.</summary>
    internal CaseRunRequest ToCases(StoredRequest stored, CaseHistorySet set)
    {
        CaseRunRequest request = new()
        {
            RunId = RunId.Parse(stored.RunId),
            Cases = set.Cases,
            Remarks = set.Remarks,
            DataHash = set.Sha256,
            Clock = clock,
            StartedAt = stored.StartedAt,
            Notes = stored.Options.Notes,
            WriteReport = stored.Options.GenerateReport,
        };
        CaseModelOptions models = request.Options.Models;
        return request with
        {
            Options = request.Options with
            {
                Folds = ofCases.Value.Folds,
                Models = models with
                {
                    Members = ofCases.Value.Networks,
                    Training = models.Training with { Steps = ofCases.Value.Steps, Seed = stored.Options.Seed },
                },
            },
        };
    }

    /// <exception cref="SentinelException">There is no such finished run, or it is damaged; null is no run at all.</exception>
    internal void ThrowIfNoParent(string? runId) => Parent(runId);

    /// <summary>The options with the parent's preset and layers; layers that were chosen stay.</summary>
    /// <exception cref="SentinelException">The parent cannot be used.</exception>
    internal TrainModelOptions WithShapeOfParent(TrainModelOptions options) =>
        Parent(options.From) is { } parent
            ? options with
            {
                Network = parent.Network.ToString().ToLowerInvariant(),
                Tuning = options.Tuning.Or(parent.Sizes),
            }
            : options;

    private ParentModel? Parent(string? runId)
    {
        if (runId is null)
        {
            return null;
        }

        RunId id = RunId.Parse(runId);
        return artifacts.FindUnfinished(id) is null
            ? ParentModel.Read(id, artifacts.Open(id).OpenRead)
            : throw new SentinelException(
                FailureKind.Conflict,
                "run_unfinished",
                $"Run {id} is not finished; go on with it first: train-model --resume {id}"
            );
    }
}
