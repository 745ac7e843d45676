using System.Globalization;
using DeepmineSentinel.Learning.Evaluation.Drift;
using DeepmineSentinel.Web.Services.Drift;

namespace DeepmineSentinel.Web.Services.Health;

/// <summary>Drift of the data away from what the model was trained on.</summary>
/// <param name="Computed">Whether anything could be compared.</param>
/// <param name="Detail">What was found, or why nothing could be, in words.</param>
/// <param name="Report">Every input; null: no network answers.</param>
public sealed record DriftHealth(bool Computed, string Detail, DriftReport? Report)
{
    /// <summary>Where no network answers.</summary>
    public static DriftHealth None { get; } =
        new(false, "No network answers, so there is nothing to drift away from.", null);

    /// <summary>Of the version that answers.</summary>
    public static DriftHealth Of(DriftReport report) => new(report.IsComputed, Sentence(report), report);

    private static string Sentence(DriftReport report)
    {
        string[] drifted = [.. report.Alarms.Select(feature => feature.Name)];
        string statics =
            report.Statics.Simulations == 0
                ? $"Fewer than {DriftTest.FewestStopes} stopes came since: their rock is not compared."
                : "Stopes that came since are compared with those before.";
        string? found =
            !report.IsComputed ? null
            : drifted.Length == 0 ? "No input has drifted."
            : $"Drifted: {string.Join(", ", drifted)}. Train again, and look at the sensors.";
        string?[] sentences = [found, report.Note, statics, Rate(report)];
        return string.Join(" ", sentences.Where(sentence => sentence is not null));
    }

    private static string? Rate(DriftReport report) =>
        (report.Channels ?? report.Statics).FalseAlarmRate is { } rate
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Measured false alarms of this test: {rate:0.0%} of permuted data."
            )
            : null;
}
