using System.Text.Json;
using DeepmineSentinel.Learning.Artifacts;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>All that another run would need to give the same numbers.</summary>
internal static class ConfigurationSection
{
    public static void Write(Html html, ReportFacts facts)
    {
        HtmlTable options = new("Options", "Option", "Value") { IsWords = true };
        foreach (var (name, value) in facts.Result.BestConfig)
        {
            options.Row(Html.Words(name), Text(value));
        }

        html.Raw("<div class=\"pair\"><div>");
        options.WriteTo(html);
        html.Raw("</div><div>");
        Engine(html, facts.Metadata, facts.Result);
        html.Raw("</div></div>");
    }

    // A list in one line, however the file that it was read from is laid out.
    private static string Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array or JsonValueKind.Object
            ? JsonSerializer.Serialize(value)
            : value.ToString();

    private static void Engine(Html html, ModelMetadata metadata, TrainingResult result) =>
        FactList.Write(
            html,
            ("Trained numbers", Html.Count(result.Parameters)),
            ("Input features", Html.Count(result.FeatureCount)),
            ("Features used", Html.Count(result.SelectedFeatureCount)),
            ("Engine", metadata.Engine.Name),
            ("Numerics version", metadata.Engine.ToString()),
            ("Labels", metadata.LabelScheme),
            ("Went on from run", metadata.ParentRunId ?? "none"),
            ("Started", Html.Moment(metadata.StartedAt)),
            ("Trained until", Html.Moment(metadata.TrainedAt)),
            ("Notes", metadata.Notes ?? "none")
        );
}
