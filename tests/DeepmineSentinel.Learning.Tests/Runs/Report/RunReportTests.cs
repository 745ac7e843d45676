using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Runs.Report;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Learning.Tests.Runs.Report;

public sealed class RunReportTests(TrainedDemo demo)
{
    private string Html => File.ReadAllText(Path.Combine(demo.Folder, ArtifactFileNames.Report));

    [Theory]
    [InlineData("http")]
    [InlineData("<script")]
    [InlineData("src=")]
    [InlineData("url(")]
    [InlineData("@import")]
    [InlineData("<link")]
    [InlineData("NaN")]
    [InlineData("style=")]
    public void It_loads_nothing_and_runs_nothing(string never) =>
        Assert.DoesNotContain(never, Html, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("summary")]
    [InlineData("learning")]
    [InlineData("confusion")]
    [InlineData("calibration")]
    [InlineData("ranking")]
    [InlineData("baselines")]
    [InlineData("importance")]
    [InlineData("data")]
    [InlineData("split")]
    [InlineData("configuration")]
    public void Every_part_has_a_section_that_the_contents_lead_to(string id)
    {
        Assert.Contains($"<section id=\"{id}\"", Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{id}\"", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_measured_is_what_it_prints()
    {
        TrainingResult result = demo.Result;
        ConditionScores scores = result.EvaluationResults[0].Models[0].Condition!;
        Assert.Contains(
            $"<dd>{scores.LogLoss.ToString("F3", CultureInfo.InvariantCulture)}</dd>",
            Html,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"<dd>{scores.WorstClassCalledStable} of {scores.WorstClassSamples}</dd>",
            Html,
            StringComparison.Ordinal
        );
        Assert.Contains(result.DataHash, Html, StringComparison.Ordinal);
        Assert.Contains(result.Engine, Html, StringComparison.Ordinal);
        Assert.All(
            result.Gate.Reasons,
            reason => Assert.Contains($"<li>{reason}</li>", Html, StringComparison.Ordinal)
        );
        Assert.All(
            result.TrainedModels,
            name => Assert.Contains($">{name.Replace('_', ' ')}</th>", Html, StringComparison.Ordinal)
        );
        Assert.All(result.SelectedFeatures, name => Assert.Contains($">{name}</th>", Html, StringComparison.Ordinal));
        Assert.Contains("(60 stopes, synthetic)", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_made_later_from_the_files_is_the_one_that_the_run_wrote()
    {
        ReportFacts facts = ReportFacts.Read(demo.Sink.Open, hasDetails: true);

        Assert.Equal(Html, Written(facts));
    }

    [Fact]
    public void A_run_older_than_the_details_has_a_report_that_says_so()
    {
        string html = Written(ReportFacts.Read(demo.Sink.Open, hasDetails: false));

        Assert.Contains("older than data profiles", html, StringComparison.Ordinal);
        Assert.Contains(demo.Result.DataHash, html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_mine_stope_or_note_is_shown_and_not_run()
    {
        const string Hostile = "<script>alert('&\"')</script>";
        MineDataset data = new(
            [.. demo.Data.Stopes.Select(stope => stope with { Mine = Hostile, Name = stope.Name + "<img src=x>" })],
            demo.Data.ContentHash
        );
        using TempFolder folder = new();
        FolderSink sink = new(folder.Path);
        TrainingRequest request = TrainedDemo.Request(data);

        TrainingPipeline.Run(
            request with
            {
                Notes = "<b onclick=alert(1)>note</b>",
                Options = SmallNetwork.Options,
            },
            sink,
            TestContext.Current.CancellationToken
        );

        string html = File.ReadAllText(folder.File(ArtifactFileNames.Report));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b ", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b onclick=alert(1)&gt;note&lt;/b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_drawing_is_a_picture_that_stands_alone()
    {
        string[] names =
        [
            ArtifactFileNames.LossPlot,
            ArtifactFileNames.ConfusionPlot,
            ArtifactFileNames.CalibrationPlot,
            ArtifactFileNames.RocPlot,
            ArtifactFileNames.PrecisionRecallPlot,
            ArtifactFileNames.ImportancePlot,
        ];
        foreach (string name in names)
        {
            XElement svg = XDocument.Load(Path.Combine(demo.Folder, name)).Root!;
            Assert.Equal(XName.Get("svg", "http://www.w3.org/2000/svg"), svg.Name);
            Assert.Equal("rect", svg.Elements().First().Name.LocalName);
            Assert.True(svg.Descendants().Count(part => part.Name.LocalName == "text") > 3, name);
            Assert.NotEmpty(svg.Attribute("aria-label")!.Value);
            Assert.DoesNotContain(svg.Descendants(), part => part.Name.LocalName is "script" or "image" or "use");
        }
    }

    [Fact]
    public void The_curves_of_the_details_agree_with_the_metrics()
    {
        EvaluationCurves curves = ReportFacts.Read(demo.Sink.Open, hasDetails: true).Details!.Curves!;
        ModelEvaluation network = demo.Result.EvaluationResults[0].Models[0];

        Assert.Equal(network.Forecast.Count, curves.Forecast.Count);
        foreach ((HorizonScores scores, BinaryCurves traced) in network.Forecast.Zip(curves.Forecast))
        {
            Assert.Equal(scores.HorizonDays, traced.HorizonDays);
            Assert.Equal(scores.Samples, traced.Reliability.Sum(point => point.Count));
            Assert.Equal(scores.Failures, traced.Events);
            Assert.Equal(scores.CalibrationError, traced.CalibrationError, 12);
            if (scores.Auc is { } auc)
            {
                Assert.Equal(auc, Area(traced.Roc), 0.01);
            }
        }
    }

    private static double Area(IReadOnlyList<CurvePoint> curve) =>
        curve.Zip(curve.Skip(1)).Sum(pair => (pair.Second.X - pair.First.X) * (pair.First.Y + pair.Second.Y) / 2);

    private static string Written(ReportFacts facts)
    {
        using MemoryStream stream = new();
        RunReport.Write(stream, facts);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
