using System.Globalization;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Tests.Baselines;

public sealed class CaseHistoryTests
{
    private static readonly string[] States = ["Stable", "Unstable", "Failure"];

    /// <summary>Another implementation measured accuracy 0.734 and log-loss 0.635 by ten folds on the same rows.</summary>
    [Fact]
    public void Ten_folds_on_the_published_case_histories_agree_with_another_implementation()
    {
        string? file = SharedFile();
        Assert.SkipUnless(file is not null, "../shared/data/case-histories is absent.");
        (double[] Row, int Label)[] cases = [.. File.ReadLines(file!).Skip(1).Select(Parse).OfType<(double[], int)>()];
        SeededNumbers numbers = new(1, "folds");
        int[] fold = [.. cases.Select(_ => numbers.NextIndex(10))];
        double[][] probabilities = new double[cases.Length][];
        for (int held = 0; held < 10; held++)
        {
            (double[] Row, int Label)[] rest = [.. cases.Where((_, i) => fold[i] != held)];
            OrdinalLogit logit = OrdinalLogit.Fit(
                new([.. rest.Select(c => c.Row)], [.. rest.Select(c => c.Label)], [.. rest.Select(_ => 1.0)], 3, 0.01)
            );
            foreach (int i in Enumerable.Range(0, cases.Length).Where(i => fold[i] == held))
            {
                probabilities[i] = logit.Probabilities(cases[i].Row);
            }
        }

        int[] labels = [.. cases.Select(c => c.Label)];
        int[] answers = [.. probabilities.Select(p => ClassScores.Answer(p))];
        Assert.Equal(0.635, ClassScores.LogLoss(probabilities, labels), 0.015);
        Assert.Equal(0.734, new ConfusionMatrix(3, labels, answers).Accuracy, 0.02);
    }

    private static (double[] Row, int Label)? Parse(string line)
    {
        string[] cells = line.Split(',');
        bool complete =
            double.TryParse(cells[^3], NumberStyles.Float, CultureInfo.InvariantCulture, out double n)
            & double.TryParse(cells[^2], NumberStyles.Float, CultureInfo.InvariantCulture, out double radius);
        return complete ? ([Math.Log(radius), Math.Log(n)], Array.IndexOf(States, cells[^1].Trim())) : null;
    }

    private static string? SharedFile()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, "shared/data/case-histories/stability_graph_316.csv");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
