using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Web.Api.Records;

/// <summary>Something that happened near a stope, as scripts read it.</summary>
internal sealed record EventDocument
{
    public required int Id { get; init; }
    public required int StopeId { get; init; }
    public required DateTime Timestamp { get; init; }
    public required EventType Type { get; init; }
    public required double? ChargeKilograms { get; init; }
    public required double? DistanceMetres { get; init; }
    public required string? Notes { get; init; }

    public static EventDocument Of(OperationalEvent happening) =>
        new()
        {
            Id = happening.Id,
            StopeId = happening.StopeId,
            Timestamp = happening.Timestamp,
            Type = happening.Type,
            ChargeKilograms = happening.ChargeKilograms,
            DistanceMetres = happening.DistanceMetres,
            Notes = happening.Notes,
        };
}
