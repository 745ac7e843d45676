using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>A version as the command line prints it.</summary>
internal static class ModelText
{
    public static string Word(ModelVersionState state) => state.ToString().ToLowerInvariant();

    public static string Word(ModelPurpose purpose) => JsonNamingPolicy.KebabCaseLower.ConvertName(purpose.ToString());

    /// <summary>Prints one version, as text or as the one document of --json.</summary>
    public static int Show(CommandScope scope, ModelVersion version)
    {
        ModelSummary summary = ModelSummary.Of(version);
        if (scope.Json)
        {
            scope.WriteJson(summary);
            return ExitCode.Done;
        }

        TextWriter output = scope.Console.Output;
        output.WriteLine($"run        {version.RunId} ({Word(version.State)}{(version.Pinned ? ", pinned" : "")})");
        output.WriteLine($"name       {summary.Title}");
        output.WriteLine($"purpose    {Word(version.Purpose)}");
        output.WriteLine($"network    {version.Network}, {version.Parameters} parameters, {version.Engine}");
        output.WriteLine($"trained    {version.TrainedAt:yyyy-MM-dd HH:mm:ss} UTC on data {version.DataHash}");
        output.WriteLine($"from       {version.ParentRunId ?? "new weights"}");
        output.WriteLine($"registered {version.RegisteredAt:yyyy-MM-dd HH:mm:ss} UTC by {version.RegisteredBy}");
        if (version.Notes is { } notes)
        {
            output.WriteLine($"notes      {notes.ReplaceLineEndings(" ")}");
        }

        output.WriteLine(
            $"gate       {(version.GatePassed ? "passed" : "missed")}: {version.GateReasons.ReplaceLineEndings(" ")}"
        );
        foreach ((string name, double? value) in summary.Metrics)
        {
            output.WriteLine($"           {name} {value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-"}");
        }

        return ExitCode.Done;
    }
}
