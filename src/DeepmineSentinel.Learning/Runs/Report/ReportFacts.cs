using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>All that a report is written from; a run's folder holds the same, so that a report can be made later too.</summary>
/// <param name="Result">What the run found.</param>
/// <param name="Metadata">Where the model comes from.</param>
/// <param name="Epochs">Every epoch of every member.</param>
/// <param name="Details">Data profile and curves; null: the run is older than these.</param>
public sealed record ReportFacts(
    TrainingResult Result,
    ModelMetadata Metadata,
    IReadOnlyList<TrainingProgress> Epochs,
    RunDetails? Details
)
{
    /// <summary>Reads the facts of a finished run.</summary>
    /// <param name="open">Opens a file of the run by name; the stream is closed here.</param>
    /// <param name="hasDetails">Whether the run has <see cref="ArtifactFileNames.Details"/>.</param>
    /// <exception cref="SentinelException">A file is missing or is not what this version writes.</exception>
    public static ReportFacts Read(Func<string, Stream> open, bool hasDetails)
    {
        using Stream log = open(ArtifactFileNames.TrainingLog);
        return new ReportFacts(
            ReadResult(open),
            ReadJson<ModelMetadata>(open, ArtifactFileNames.Metadata),
            TrainingLogFile.Read(log),
            hasDetails ? ReadJson<RunDetails>(open, ArtifactFileNames.Details) : null
        );
    }

    private static TDocument ReadJson<TDocument>(Func<string, Stream> open, string name)
    {
        using Stream stream = open(name);
        return ArtifactJson.Read<TDocument>(stream, name);
    }

    /// <summary>Reads what a run found.</summary>
    /// <exception cref="SentinelException">The file is missing or is not what this version writes.</exception>
    public static TrainingResult ReadResult(Func<string, Stream> open)
    {
        try
        {
            using Stream stream = open(ArtifactFileNames.Metrics);
            return JsonSerializer.Deserialize<TrainingResult>(stream, ArtifactJson.ResultOptions)
                ?? throw ArtifactJson.Damaged(ArtifactFileNames.Metrics, "is empty");
        }
        catch (JsonException problem)
        {
            throw ArtifactJson.Damaged(ArtifactFileNames.Metrics, "is not what this version writes", problem);
        }
    }
}
