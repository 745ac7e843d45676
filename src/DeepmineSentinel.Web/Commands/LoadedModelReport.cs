using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Inference.Cases;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Loads the model that is there as a prediction would, and says what that saved.</summary>
internal static class LoadedModelReport
{
    /// <exception cref="SentinelException">It cannot be loaded: damaged, gone, or its probe answers otherwise.</exception>
    public static void Write(CommandScope scope, ModelVersion current)
    {
        TimeProvider clock = scope.Get<TimeProvider>();
        long start = clock.GetTimestamp();
        SealedRun run = scope.Get<ArtifactStore>().Open(RunId.Parse(current.RunId));
        double training = SecondsOfTraining(run);
        double loading = clock.GetElapsedTime(start).TotalSeconds;
        if (scope.Json)
        {
            scope.WriteJson(Document(current, loading, training));
            return;
        }

        scope.Console.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Run {current.RunId} is loaded: {current.Network}, {Words(current.State)}, trained {current.TrainedAt:yyyy-MM-dd HH:mm} UTC."
            )
        );
        scope.Console.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Its files are whole and its probe answers as it did. Loading took {loading:0.0} s and saved {Length(training)} of training."
            )
        );
    }

    private static double SecondsOfTraining(SealedRun run)
    {
        if (RunHeader.Read(run.OpenRead).Purpose == ModelPurpose.CaseHistory)
        {
            using CasePredictor cases = CasePredictor.Load(run.OpenRead);
            return cases.Metadata.Members.Sum(member => member.Seconds);
        }

        using StabilityPredictor predictor = StabilityPredictor.Load(run.OpenRead);
        return predictor.Metadata.Members.Sum(member => member.Seconds);
    }

    private static JsonObject Document(ModelVersion current, double loading, double training)
    {
        JsonObject document = JsonSerializer.SerializeToNode(ModelSummary.Of(current), WebJson.Options)!.AsObject();
        document["loadSeconds"] = loading;
        document["trainingSecondsSaved"] = training;
        return document;
    }

    private static string Words(ModelVersionState state) =>
        state == ModelVersionState.Production ? "in production" : state.ToString().ToLowerInvariant();

    private static string Length(double seconds) =>
        seconds switch
        {
            < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
            < 7_200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.0} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600:0.0} h"),
        };
}
