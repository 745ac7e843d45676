using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>Alerts</c>: what raises alerts, what the plan asks for, and who is told (docs/alerts.md).</summary>
public sealed class AlertsOptions : IValidatableObject
{
    public const string Section = "Alerts";

    /// <summary>Whether the site watches by itself.</summary>
    public bool Automatic { get; init; } = true;

    /// <summary>How often the clock is looked at for stale data, silences and escalation: 1 s to 1 hour. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What a prediction's level gives, where it is to differ from the defaults.</summary>
    public Dictionary<RiskLevel, AlertLevel> FromPrediction { get; init; } = [];

    /// <summary>Thresholds on readings; empty: the examples.</summary>
    public IReadOnlyList<ReadingThreshold> Thresholds { get; init; } = [];

    /// <summary>Whether the example thresholds count where no others are given.</summary>
    public bool ExampleThresholds { get; init; } = true;

    /// <summary>Share of a threshold by which a value must fall below it before it counts as lower: 0 to 0.9. Default 0.1.</summary>
    [Range(0d, 0.9)]
    public double Hysteresis { get; init; } = 0.1;

    /// <summary>How long a channel may be silent while others go on: 1 hour to 10 days. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "10.00:00:00")]
    public TimeSpan MissingAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long data must be missing before anybody is called: 0 to 7 days. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan ConfirmNoDataAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest silence: 1 hour to 31 days. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "31.00:00:00")]
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromDays(7);

    /// <summary>What a level asks for, where it is to differ from the example plan.</summary>
    public Dictionary<AlertLevel, ResponseOptions> Levels { get; init; } = [];

    /// <summary>Address of the site for links in messages, such as https://stopes.mine.example; null: no links.</summary>
    public Uri? SiteUrl { get; init; }

    /// <summary>Whether the plan is wholly the example.</summary>
    public bool IsExamplePlan => Levels.Count == 0;

    public IReadOnlyList<ReadingThreshold> ThresholdRows =>
        Thresholds.Count > 0 ? Thresholds
        : ExampleThresholds ? ReadingThresholds.Examples
        : [];

    public ReadingThresholds ToThresholds() => new(ThresholdRows, Hysteresis);

    public AlertTable ToTable() => new(FromPrediction);

    public ResponsePlan ToPlan() =>
        new()
        {
            Responses = ResponsePlan.Default.Responses.ToDictionary(
                pair => pair.Key,
                pair => Levels.TryGetValue(pair.Key, out ResponseOptions? own) ? own.Over(pair.Value) : pair.Value
            ),
            ConfirmNoDataAfter = ConfirmNoDataAfter,
            LongestSilence = LongestSilence,
        };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AlertTable.Problem(FromPrediction) is { } wrong)
        {
            yield return Problem($"FromPrediction {wrong}", nameof(FromPrediction));
        }

        for (int row = 0; row < Thresholds.Count; row++)
        {
            if (Thresholds[row].Problem is { } problem)
            {
                yield return Problem(FormattableString.Invariant($"Thresholds:{row} {problem}"), nameof(Thresholds));
            }
        }

        foreach ((AlertLevel level, ResponseOptions own) in Levels)
        {
            if (!ResponsePlan.Levels.Contains(level) || own.Problem is not null)
            {
                yield return Problem(
                    $"Levels:{level} {own.Problem ?? "is not a level of the plan: Abnormal, VeryAbnormal, Evacuate or NoData"}",
                    nameof(Levels)
                );
            }
        }

        if (SiteUrl is { } site && !(site.IsAbsoluteUri && site.Scheme is "http" or "https"))
        {
            yield return Problem("SiteUrl must be an http or https address", nameof(SiteUrl));
        }
    }

    private static ValidationResult Problem(string text, string member) => new($"{Section}:{text}.", [member]);
}
