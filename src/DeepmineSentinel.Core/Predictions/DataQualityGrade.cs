namespace DeepmineSentinel.Core.Predictions;

/// <summary>Quality of the readings behind an answer; parts are 0 to 1 (docs/data-dictionary.md).</summary>
public sealed record DataQualityGrade
{
    /// <summary>A, B, C, D or F; F too where there are no readings.</summary>
    public required string Grade { get; init; }

    /// <summary>Weighted score.</summary>
    public required double Score { get; init; }

    /// <summary>Share of expected values that are there.</summary>
    public required double Completeness { get; init; }

    /// <summary>Share of values that are not stuck or jumping.</summary>
    public required double Consistency { get; init; }

    /// <summary>Share of values inside their ranges.</summary>
    public required double Validity { get; init; }

    /// <summary>1 when the newest reading is fresh, falling to 0.</summary>
    public required double Timeliness { get; init; }
}
