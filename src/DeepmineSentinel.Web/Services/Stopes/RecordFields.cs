using System.Globalization;
using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>What was entered of a stope, as lines of its audit trail tell it; moments in UTC.</summary>
internal static class RecordFields
{
    public static IReadOnlyList<AuditField> Of(Outcome outcome) =>
        New(
            ("class", Words.Key(outcome.Class)),
            ("observed_at", Clock.Machine(outcome.ObservedAt)),
            ("occurred_at", outcome.OccurredAt is { } at ? Clock.Machine(at) : null),
            (Outcome.Elos.Name, Number(outcome.ElosMetres)),
            ("source", outcome.Source)
        );

    public static IReadOnlyList<AuditField> Of(OperationalEvent happening) =>
        New(
            ("type", Words.Key(happening.Type)),
            ("timestamp", Clock.Machine(happening.Timestamp)),
            ("charge_kg", Number(happening.ChargeKilograms)),
            ("distance_m", Number(happening.DistanceMetres)),
            ("notes", happening.Notes)
        );

    public static IReadOnlyList<AuditField> Of(Reading reading) =>
        New([
            ("timestamp", Clock.Machine(reading.Timestamp)),
            .. ReadingQuantities.All.Select(
                (channel, number) => (channel.Name, Number(ReadingQuantities.Value(reading, number)))
            ),
        ]);

    private static AuditField[] New(params (string Name, string? Value)[] values) =>
        [.. values.Where(one => one.Value is not null).Select(one => new AuditField(one.Name, null, one.Value))];

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
