using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>Metrics as people read them.</summary>
public static class MetricWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["auc"] = "AUC",
        ["brier"] = "Brier score",
        ["f1_weighted"] = "Weighted F1",
        ["log_loss"] = "Log-loss",
        ["macro_f1"] = "Macro F1",
    };

    /// <summary>For example "Log-loss", or "AUC, within 7 d" of <c>auc_7d</c>.</summary>
    public static string Of(string name)
    {
        int end = name.LastIndexOf('_');
        return
            end > 0 && name[^1] == 'd' && int.TryParse(name[(end + 1)..^1], CultureInfo.InvariantCulture, out int days)
            ? Texts.Of("{0}, within {1}\u00a0d", Word(name[..end]), days)
            : Word(name);
    }

    /// <summary>A value of it: four digits, but a count as a count.</summary>
    public static string Value(ComparedMetric metric, double? value) =>
        metric.IsCount ? value?.ToString("0", Language.Shown.Format) ?? Numbers.Dash : Numbers.Fixed(value, 4);

    /// <summary>A difference of two values, with its sign.</summary>
    public static string Difference(ComparedMetric metric, double? value) =>
        value?.ToString(metric.IsCount ? "+0;\u22120;0" : "+0.0000;\u22120.0000;0.0000", Language.Shown.Format)
        ?? Numbers.Dash;

    private static string Word(string name) =>
        Known.TryGetValue(name, out string? word) ? Texts.Of(word) : Words.Of(name);
}
