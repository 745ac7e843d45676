using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Tests.ViewModels;

public sealed class MetricWordsTests
{
    [Theory]
    [InlineData("auc", "AUC")]
    [InlineData("auc_7d", "AUC, within 7\u00a0d")]
    [InlineData("log_loss_30d", "Log-loss, within 30\u00a0d")]
    [InlineData("macro_f1", "Macro F1")]
    [InlineData("worst_class_called_stable", "Worst class called stable")]
    [InlineData("balanced_accuracy", "Balanced accuracy")]
    [InlineData("undated", "Undated")]
    [InlineData("d", "D")]
    public void A_metric_reads_as_people_write_it(string name, string words) =>
        Assert.Equal(words, MetricWords.Of(name));

    [Fact]
    public void A_count_has_no_digits_behind_the_point_and_a_score_has_four()
    {
        ComparedMetric count = new("worst_class_called_stable", true, 40, []);
        ComparedMetric score = new("auc_7d", false, 40, []);

        Assert.Equal("7", MetricWords.Value(count, 7));
        Assert.Equal("\u22122", MetricWords.Difference(count, -2));
        Assert.Equal("0.8125", MetricWords.Value(score, 0.8125));
        Assert.Equal("+0.0100", MetricWords.Difference(score, 0.01));
        Assert.Equal(Numbers.Dash, MetricWords.Value(count, null));
        Assert.Equal(Numbers.Dash, MetricWords.Difference(score, null));
    }
}
