using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Comparison;

namespace DeepmineSentinel.Web.ViewModels.ModelVersions;

public sealed record ComparisonViewModel
{
    public required RunComparison Comparison { get; init; }

    /// <summary>Losses over each other; null: no run kept them.</summary>
    public required CurveChart? Chart { get; init; }

    /// <summary>Numbers of the paired runs among all, from 0.</summary>
    public IReadOnlyList<int> PairedNumbers =>
        [.. Comparison.PairedRuns.Select(id => Comparison.Runs.ToList().FindIndex(run => run.RunId == id))];

    /// <summary>What a difference means, with the name of its icon and its colour word.</summary>
    public static (string Icon, string Tone, string Word) Meaning(ComparedMetric metric, MetricValue value) =>
        value.Difference is not { } difference || value.Lower is null ? ("info", "", Texts.Of("cannot be told"))
        : !value.IsClear ? ("info", "", Texts.Of("no clear difference"))
        : difference < 0 == metric.LowerIsBetter ? ("good", "good", Texts.Of("better"))
        : ("warn", "warn", Texts.Of("worse"));

    public static string Size(long? bytes) =>
        bytes switch
        {
            null => Numbers.Dash,
            < 1_000_000 => $"{Numbers.Fixed(bytes.Value / 1e3, 0)} kB",
            _ => $"{Numbers.Fixed(bytes.Value / 1e6, 1)} MB",
        };
}
