using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Tests.Evaluation;
using DeepmineSentinel.Learning.Tests.Runs;

namespace DeepmineSentinel.Learning.Tests.Artifacts;

public sealed class HeldOutFileTests(TrainedDemo demo)
{
    [Fact]
    public void What_a_run_kept_gives_the_metrics_that_it_measured()
    {
        using Stream stream = demo.Sink.Open(ArtifactFileNames.HeldOut);
        HeldOutPredictions kept = HeldOutFile.Read(stream);

        PairedComparison compared = PairedComparison.Of([kept, kept]);

        foreach (string name in new[] { "log_loss", "accuracy", "macro_f1", "brier", "auc", "log_loss_7d", "auc_7d" })
        {
            Assert.Equal(demo.Result.Metrics[name]!.Value, compared.Metric(name)!.Values[0].Value!.Value, 1e-12);
        }

        Assert.Equal(demo.Result.ConfusionMatrix!.Matrix, compared.Confusions![0].Matrix);
        Assert.Equal(demo.Result.EvaluationResults[0].Stopes, compared.Stopes);
    }

    [Fact]
    public void A_file_of_the_first_format_which_named_stopes_is_compared_with_one_that_has_keys()
    {
        HeldOutPredictions keyed = HeldOutSamples.Of([1, 2, 3], (_, _) => 0.6);
        using MemoryStream older = new();
        HeldOutFile.Write(
            older,
            keyed with
            {
                FormatVersion = HeldOutPredictions.NamedFormat,
                Stopes = [.. keyed.Stopes.Select(stope => stope with { Mine = "North" })],
            }
        );
        HeldOutPredictions newer = keyed with
        {
            Stopes = [.. keyed.Stopes.Select(stope => stope with { Stope = StopeKey.Of("North", stope.Stope) })],
        };
        older.Position = 0;

        PairedComparison compared = PairedComparison.Of([HeldOutFile.Read(older), newer]);

        Assert.Equal(3, compared.Stopes);
    }

    [Theory]
    [InlineData("0.6", "1.6")]
    [InlineData("\"labels\":[2,", "\"labels\":[7,")]
    [InlineData("\"labels\":[2,", "\"labels\":[")]
    [InlineData("\"formatVersion\":2", "\"formatVersion\":3")]
    [InlineData("\"stopes\":[", "\"stopes\":[null,")]
    [InlineData("\"stopes\":[", "\"stopes\":{")]
    [InlineData("\"classes\":[\"stable\",\"unstable\",\"failure\"]", "\"classes\":null")]
    public void A_file_that_cannot_be_meant_is_refused_by_its_name(string right, string wrong)
    {
        using MemoryStream stream = new();
        HeldOutFile.Write(stream, HeldOutSamples.Of([3], (_, _) => 0.6));
        string text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains(right, text, StringComparison.Ordinal);
        using MemoryStream changed = new(
            System.Text.Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal))
        );

        SentinelException refused = Assert.Throws<SentinelException>(() => HeldOutFile.Read(changed));

        Assert.Equal("artifact_damaged", refused.Code);
        Assert.Contains(ArtifactFileNames.HeldOut, refused.Message, StringComparison.Ordinal);
    }
}
