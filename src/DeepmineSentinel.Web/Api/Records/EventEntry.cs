using DeepmineSentinel.Core.Monitoring;
using Field = DeepmineSentinel.Web.Api.JsonField<DeepmineSentinel.Web.Api.Records.EventEntry>;

namespace DeepmineSentinel.Web.Api.Records;

/// <summary>An event as it is sent.</summary>
internal sealed record EventEntry
{
    public DateTime? Timestamp { get; init; }

    public EventType? Type { get; init; }

    public double? ChargeKilograms { get; init; }

    public double? DistanceMetres { get; init; }

    public string? Notes { get; init; }

    public static FieldReader<EventEntry> Fields { get; } =
        new(
            new Dictionary<string, Field>
            {
                ["timestamp"] = Field.Moment((entry, moment) => entry with { Timestamp = moment }),
                ["type"] = Field.Category<EventType>((entry, type) => entry with { Type = type }),
                ["chargeKilograms"] = Field.Quantity(
                    OperationalEvent.Charge,
                    (entry, value) => entry with { ChargeKilograms = value }
                ),
                ["distanceMetres"] = Field.Quantity(
                    OperationalEvent.Distance,
                    (entry, value) => entry with { DistanceMetres = value }
                ),
                ["notes"] = Field.TextUpTo(
                    OperationalEvent.NotesLength,
                    (entry, text) => entry with { Notes = string.IsNullOrWhiteSpace(text) ? null : text.Trim() }
                ),
            }
        )
        {
            Required = ["timestamp", "type"],
        };

    public OperationalEvent ToEvent(int stopeId) =>
        new()
        {
            StopeId = stopeId,
            Timestamp = Timestamp!.Value,
            Type = Type!.Value,
            ChargeKilograms = ChargeKilograms,
            DistanceMetres = DistanceMetres,
            Notes = Notes,
        };
}
