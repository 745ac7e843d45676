using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Comparison;

/// <summary>Puts runs side by side: for the command, the page and the interface of programs.</summary>
public sealed class RunComparer(
    ModelRegistry registry,
    ArtifactStore store,
    HeldOutReader heldOut,
    TrainingCurve curves
)
{
    /// <summary>Most runs of one comparison: more than that nobody tells apart.</summary>
    public const int MostRuns = 5;

    /// <summary>Compares.</summary>
    /// <param name="runIds">Two to <see cref="MostRuns"/> different runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="SentinelException">
    /// No run ids, the same twice, too few or too many, one is not registered, or they answer different questions.
    /// </exception>
    public async Task<RunComparison> CompareAsync(IReadOnlyList<string> runIds, CancellationToken cancellationToken)
    {
        List<(ComparedRun Run, TrainingResult Result, HeldOutPredictions? HeldOut)> runs = [];
        foreach (ModelVersion version in await VersionsAsync(Checked(runIds), cancellationToken))
        {
            RunId runId = RunId.Parse(version.RunId);
            TrainingResult result = JsonSerializer.Deserialize<TrainingResult>(
                version.Metrics,
                ArtifactJson.ResultOptions
            )!;
            (HeldOutPredictions? predictions, string problem) = heldOut.Read(runId.Value);
            ComparedRun run = ComparedRun.Of(version, result) with
            {
                SizeBytes = SizeOf(runId),
                Curve = await CurveAsync(runId, cancellationToken),
                Problem = predictions is null ? problem : null,
            };
            runs.Add((run, result, predictions));
        }

        var paired = runs.Where(run => run.HeldOut is not null).ToList();
        return new RunComparison
        {
            Runs = [.. runs.Select(run => run.Run)],
            Configuration = Configurations([.. runs.Select(run => run.Result)]),
            PairedRuns = [.. paired.Select(run => run.Run.RunId)],
            Paired = paired.Count < 2 ? null : PairedComparison.Of([.. paired.Select(run => run.HeldOut!)]),
        };
    }

    private static RunId[] Checked(IReadOnlyList<string> runIds)
    {
        RunId[] ids = [.. runIds.Select(RunId.Parse)];
        RunId? twice = ids.GroupBy(id => id)
            .Where(same => same.Count() > 1)
            .Select(same => (RunId?)same.Key)
            .FirstOrDefault();
        return twice is { } id ? throw Wrong($"Run {id} is named twice; a run is compared with others.")
            : ids.Length is < 2 or > MostRuns
                ? throw Wrong($"Name two to {MostRuns} runs to compare; {ids.Length} were named.")
            : ids;
    }

    private async Task<List<ModelVersion>> VersionsAsync(RunId[] runIds, CancellationToken cancellationToken)
    {
        List<ModelVersion> versions = [];
        foreach (RunId runId in runIds)
        {
            versions.Add(await registry.GetAsync(runId.Value, cancellationToken));
        }

        ModelVersion first = versions[0];
        return versions.Find(version => version.Purpose != first.Purpose) is { } other
            ? throw Wrong(
                $"Run {first.RunId} answers for {RunTitle.Subject(first.Purpose)}, run {other.RunId} for "
                    + $"{RunTitle.Subject(other.Purpose)}; runs of one purpose are compared."
            )
            : versions;
    }

    private static SentinelException Wrong(string message) =>
        new(FailureKind.InvalidInput, "invalid_comparison", message);

    private long? SizeOf(RunId runId)
    {
        try
        {
            return store.Open(runId).Manifest.Files.Sum(file => file.Size);
        }
        catch (SentinelException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<LossPoint>> CurveAsync(RunId runId, CancellationToken cancellationToken) =>
        [.. (await curves.ReadAsync(runId, cancellationToken)).Where(point => point.Member == 0)];

    private static List<ConfigurationRow> Configurations(TrainingResult[] results)
    {
        Dictionary<string, string>[] choices = [.. results.Select(ChoicesOf)];
        return
        [
            .. choices
                .SelectMany(one => one.Keys)
                .Distinct()
                .Select(name => new ConfigurationRow(name, [.. choices.Select(one => one.GetValueOrDefault(name))])),
        ];
    }

    private static Dictionary<string, string> ChoicesOf(TrainingResult result) =>
        new(result.BestConfig.ToDictionary(choice => choice.Key, choice => Text(choice.Value)))
        {
            ["labels_learnt"] = result.DataType,
            ["features"] = result.SelectedFeatureCount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    // A list in one line, however the file that it was read from is laid out.
    private static string Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array or JsonValueKind.Object
            ? JsonSerializer.Serialize(value)
            : value.ToString();
}
