using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs.Report.Charts;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>The drawings of a report as SVG files that stand alone.</summary>
public static class PlotFiles
{
    /// <summary>Every drawing that the run has the numbers for.</summary>
    /// <param name="facts">What to draw.</param>
    /// <param name="write">Writes a file: its name, then its bytes.</param>
    public static void Write(ReportFacts facts, Action<string, byte[]> write)
    {
        foreach ((string name, string? drawing) in Drawings(facts))
        {
            if (drawing is not null)
            {
                write(name, Encoding.UTF8.GetBytes(Alone(drawing)));
            }
        }
    }

    private static IEnumerable<(string Name, string? Drawing)> Drawings(ReportFacts facts)
    {
        EvaluationCurves? curves = facts.Details?.Curves;
        yield return (ArtifactFileNames.LossPlot, LossChart.Draw(facts.Epochs));
        yield return (ArtifactFileNames.ConfusionPlot, ConfusionChart.Draw(facts.Result.ConfusionMatrix));
        yield return (ArtifactFileNames.CalibrationPlot, ReliabilityChart.Draw(ReliabilityChart.All(curves)));
        yield return (ArtifactFileNames.RocPlot, RankChart.Roc(RankChart.All(curves)));
        yield return (ArtifactFileNames.PrecisionRecallPlot, RankChart.PrecisionRecall(RankChart.All(curves)));
        yield return (ArtifactFileNames.ImportancePlot, ImportanceChart.Draw(facts.Result.FeatureImportance));
    }

    // A page knows the namespace and has a ground of its own; a file is told.
    private static string Alone(string drawing) =>
        drawing
            .Replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", StringComparison.Ordinal)
            .Insert(drawing.IndexOf('>', StringComparison.Ordinal) + NamespaceLength, Ground);

    private const string Ground = "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>";
    private static readonly int NamespaceLength = " xmlns=\"http://www.w3.org/2000/svg\"".Length + 1;
}
