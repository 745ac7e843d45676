using DeepmineSentinel.Core.Stopes;
using Field = DeepmineSentinel.Web.Api.JsonField<DeepmineSentinel.Web.Api.Records.OutcomeEntry>;

namespace DeepmineSentinel.Web.Api.Records;

/// <summary>An observed outcome as it is sent.</summary>
internal sealed record OutcomeEntry
{
    public DateTime? ObservedAt { get; init; }

    public DateTime? OccurredAt { get; init; }

    public OutcomeClass? Class { get; init; }

    public double? ElosMetres { get; init; }

    public string? Source { get; init; }

    public static FieldReader<OutcomeEntry> Fields { get; } =
        new(
            new Dictionary<string, Field>
            {
                ["observedAt"] = Field.Moment((entry, moment) => entry with { ObservedAt = moment }),
                ["occurredAt"] = Field.MomentOrNull((entry, moment) => entry with { OccurredAt = moment }),
                ["class"] = Field.Category<OutcomeClass>((entry, word) => entry with { Class = word }),
                ["elosMetres"] = Field.Quantity(Outcome.Elos, (entry, value) => entry with { ElosMetres = value }),
                ["source"] = Field.TextUpTo(
                    Outcome.SourceLength,
                    (entry, text) => entry with { Source = string.IsNullOrWhiteSpace(text) ? null : text.Trim() }
                ),
            }
        )
        {
            Required = ["observedAt", "class"],
        };

    public Outcome ToOutcome(int stopeId, string by) =>
        new()
        {
            StopeId = stopeId,
            ObservedAt = ObservedAt!.Value,
            OccurredAt = OccurredAt,
            Class = Class!.Value,
            ElosMetres = ElosMetres,
            Source = Source,
            EnteredBy = by,
        };
}
