using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Runs.Report;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Writes the files of a finished run; the manifest is the storage's.</summary>
internal static class ArtifactWriter
{
    public static void Write(FinishedRun finished, TrainingResult result, RunJournal journal, IRunSink sink)
    {
        sink.Write(ArtifactFileNames.Model, stream => SafeTensors.Write(stream, finished.Weights));
        journal.WriteBest([.. finished.Members.Select(member => member.Weights)]);
        WriteJson(sink, ArtifactFileNames.Components, ComponentsOf(finished));
        ModelMetadata metadata = MetadataOf(finished, result);
        WriteJson(sink, ArtifactFileNames.Metadata, metadata);
        WriteJson(sink, ArtifactFileNames.Features, FeatureMetadata.Of(finished.Data.Encoder.ToComponents()));
        sink.Write(ArtifactFileNames.Metrics, stream => ArtifactJson.Write(stream, result, ArtifactJson.ResultOptions));
        if (finished.Evaluation.HeldOut is { } heldOut)
        {
            sink.Write(ArtifactFileNames.HeldOut, stream => HeldOutFile.Write(stream, heldOut));
        }

        RunDetails details = new(DataProfile.Of(finished.Data.Set, finished.Data.Split), finished.Evaluation.Curves);
        WriteJson(sink, ArtifactFileNames.Details, details);
        WriteForPeople(finished.Request, new ReportFacts(result, metadata, journal.Epochs, details), sink);
    }

    private static void WriteForPeople(TrainingRequest request, ReportFacts facts, IRunSink sink)
    {
        if (request.WriteReport)
        {
            sink.Write(ArtifactFileNames.Report, stream => RunReport.Write(stream, facts));
        }

        if (request.WritePlots)
        {
            PlotFiles.Write(facts, (name, drawing) => sink.Write(name, stream => stream.Write(drawing)));
        }
    }

    private static ModelComponents ComponentsOf(FinishedRun finished) =>
        new()
        {
            Features = finished.Data.Encoder.ToComponents(),
            Classes = finished.Data.Set.Classes,
            ConditionTrained = finished.Data.Plan.Condition,
            HazardTrained = finished.Data.Plan.Hazard,
            TrainedWithoutReadings = finished.Data.Sets.Train.NoSeries.Count(none => none),
            Calibration = finished.Evaluation.Calibration,
        };

    private static ModelMetadata MetadataOf(FinishedRun finished, TrainingResult result) =>
        new()
        {
            FormatVersion = ModelMetadata.CurrentFormat,
            RunId = finished.Request.RunId.Value,
            Purpose = finished.Request.Purpose,
            Network = finished.Data.Shape,
            Parameters = finished.Parameters,
            Options = finished.Request.Options,
            Engine = EngineIdentity.Current,
            DataHash = finished.Request.Data.ContentHash,
            TrainedOnSynthetic = finished.Data.IsSynthetic,
            Mines = result.Mines,
            LabelScheme = ResultBuilder.SchemeOf(finished.Data),
            Split = SplitNames.Of(finished.Data.Split, finished.Data.Set.Stopes),
            StartedAt = finished.StartedAt,
            TrainedAt = finished.TrainedAt,
            Members = finished.Summaries,
            ParentRunId = finished.Request.Parent?.RunId.Value,
            Notes = finished.Request.Notes,
            Probe = finished.Probe,
            Warnings = finished.Data.Warnings,
        };

    private static void WriteJson<TDocument>(IRunSink sink, string name, TDocument document) =>
        sink.Write(name, stream => ArtifactJson.Write(stream, document, ArtifactJson.Options));
}
