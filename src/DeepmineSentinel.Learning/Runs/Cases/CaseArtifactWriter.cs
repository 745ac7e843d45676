using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Features.Cases;
using DeepmineSentinel.Learning.Runs.Report;

namespace DeepmineSentinel.Learning.Runs.Cases;

/// <summary>Writes the files of a finished run on case histories; the manifest is the storage's.</summary>
internal static class CaseArtifactWriter
{
    public static void Write(FinishedCaseRun finished, TrainingResult result, IRunSink sink)
    {
        sink.Write(ArtifactFileNames.TrainingLog, stream => stream.Write(TrainingLog.Write([])));
        sink.Write(ArtifactFileNames.Model, stream => SafeTensors.Write(stream, finished.Weights));
        CaseComponents components = ComponentsOf(finished);
        WriteJson(sink, ArtifactFileNames.Components, components);
        CaseMetadata metadata = MetadataOf(finished, result);
        WriteJson(sink, ArtifactFileNames.Metadata, metadata);
        WriteJson(sink, ArtifactFileNames.Features, FeaturesOf(finished, components));
        sink.Write(ArtifactFileNames.Metrics, stream => ArtifactJson.Write(stream, result, ArtifactJson.ResultOptions));
        sink.Write(
            ArtifactFileNames.HeldOut,
            stream =>
                HeldOutFile.Write(stream, CaseHeldOutPredictions.Of(finished.Request.Cases, finished.Evaluated.Product))
        );
        if (finished.Request.WriteReport)
        {
            sink.Write(ArtifactFileNames.Report, stream => CaseReport.Write(stream, result, metadata));
        }
    }

    private static CaseComponents ComponentsOf(FinishedCaseRun finished)
    {
        FittedEnsemble ensemble = finished.Ensemble;
        CaseCandidate product = finished.Evaluated.Evaluation.Hardest.Of(CaseCandidates.Product);
        return new CaseComponents
        {
            Networks = new CaseNetworkScale(
                ensemble.Networks.Inputs.Means,
                ensemble.Networks.Inputs.Spreads,
                ensemble.Networks.Temperature.NotStableCentre,
                ensemble.Networks.Temperature.FailureCentre,
                ensemble.Networks.Temperature.Temperature
            ),
            Logit = new CaseLogitNumbers(
                ensemble.Logit.Inputs.Means,
                ensemble.Logit.Inputs.Spreads,
                ensemble.Logit.Used,
                ensemble.Logit.Logit.Parameters
            ),
            Shares = ensemble.Shares,
            Thresholds = ensemble.Thresholds,
            Spread = CaseSpread.Fit(ensemble.Networks.Inputs, finished.Request.Cases),
            Reliability = ReliabilityOf(finished.Evaluated.Evaluation, product),
            Confusion = product.Weighed!.Confusion,
        };
    }

    private static CaseReliability ReliabilityOf(CaseEvaluation evaluation, CaseCandidate product) =>
        new()
        {
            HeldOut = evaluation.Hardest.HeldOut,
            Cases = evaluation.Cases,
            Sources = evaluation.Sources.Count,
            LogLoss = product.LogLoss!.Value,
            LogLossInterval = product.LogLossInterval!,
            BalancedAccuracy = product.Weighed!.BalancedAccuracy,
            Failures = product.Weighed.Failures,
            FailuresCalledStable = product.Weighed.FailuresCalledStable,
        };

    private static CaseMetadata MetadataOf(FinishedCaseRun finished, TrainingResult result) =>
        new()
        {
            FormatVersion = ModelMetadata.CurrentFormat,
            RunId = result.RunId,
            Purpose = result.Purpose,
            Network = finished.Ensemble.Networks.Members[0].Options,
            Parameters = result.Parameters,
            Options = finished.Request.Options,
            Chosen = finished.Chosen,
            Engine = EngineIdentity.Current,
            DataHash = result.DataHash,
            Sources = finished.Evaluated.Evaluation.Sources,
            StartedAt = finished.StartedAt,
            TrainedAt = finished.TrainedAt,
            Members = finished.Summaries,
            Notes = finished.Request.Notes,
            Probe = finished.Probe,
            Warnings = result.Warnings,
        };

    private static FeatureMetadata FeaturesOf(FinishedCaseRun finished, CaseComponents components) =>
        new(
            [
                .. components.Spread.Spans.Select(span => new FeatureDescription
                {
                    Name = span.Name,
                    Kind = "number",
                    Unit = span.Unit.Length > 0 ? span.Unit : null,
                    Count = finished.Request.Cases.Count,
                    Minimum = span.Lowest,
                    Maximum = span.Highest,
                }),
            ],
            []
        );

    private static void WriteJson<TDocument>(IRunSink sink, string name, TDocument document) =>
        sink.Write(name, stream => ArtifactJson.Write(stream, document, ArtifactJson.Options));
}
