namespace DeepmineSentinel.Web.Api;

/// <summary>What is answered to an alert.</summary>
internal sealed record AlertAnswer
{
    /// <summary>Comment, or the reason of a resolution.</summary>
    public string? Comment { get; init; }

    /// <summary>End of a silence, UTC.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Revision that was looked at; null: whatever it is.</summary>
    public int? Revision { get; init; }

    private static JsonField<AlertAnswer> Said { get; } =
        JsonField<AlertAnswer>.Text((answer, text) => answer with { Comment = text });

    private static JsonField<AlertAnswer> Seen { get; } =
        JsonField<AlertAnswer>.Whole((answer, number) => answer with { Revision = number });

    public static FieldReader<AlertAnswer> Acknowledge { get; } =
        new(new Dictionary<string, JsonField<AlertAnswer>> { ["comment"] = Said, ["revision"] = Seen });

    public static FieldReader<AlertAnswer> Silence { get; } =
        new(
            new Dictionary<string, JsonField<AlertAnswer>>
            {
                ["until"] = JsonField<AlertAnswer>.Moment((answer, until) => answer with { Until = until }),
                ["comment"] = Said,
                ["revision"] = Seen,
            }
        )
        {
            Required = ["until"],
        };

    public static FieldReader<AlertAnswer> Resolve { get; } =
        new(new Dictionary<string, JsonField<AlertAnswer>> { ["reason"] = Said, ["revision"] = Seen });
}
