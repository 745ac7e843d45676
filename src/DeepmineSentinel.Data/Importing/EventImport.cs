using System.Text.Json;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Csv.Rows;
using Microsoft.EntityFrameworkCore;
using Key = (
    int StopeId,
    System.DateTime Timestamp,
    DeepmineSentinel.Core.Monitoring.EventType Type,
    double? Charge,
    double? Distance
);

namespace DeepmineSentinel.Data.Importing;

/// <summary>Adds and replaces events.</summary>
internal sealed class EventImport(ImportScope scope) : DatedImport<OperationalEvent, Key>(scope, ImportKind.Events)
{
    protected override string TimeColumn => CsvLayout.Timestamp;

    protected override (StopeKey Key, OperationalEvent Entity)? Parse(RowReader row) =>
        EventRowParser.Parse(row) is { } parsed ? (new StopeKey(parsed.Mine, parsed.Stope), parsed.Event) : null;

    protected override OperationalEvent Placed(OperationalEvent entity, int stopeId, int batchId) =>
        entity with
        {
            StopeId = stopeId,
            ImportBatchId = batchId,
        };

    protected override Key KeyOf(OperationalEvent entity) =>
        (entity.StopeId, entity.Timestamp, entity.Type, entity.ChargeKilograms, entity.DistanceMetres);

    protected override int? BatchOf(OperationalEvent entity) => entity.ImportBatchId;

    protected override void KeepBefore(OperationalEvent before) =>
        Scope.Batches.Keep(
            ReplacedSubject.Event,
            before.Id,
            before.ImportBatchId,
            JsonSerializer.Serialize(before, RowJson.Options)
        );

    protected override async Task<Dictionary<Key, OperationalEvent>> StoredAsync(
        IReadOnlyList<OperationalEvent> entities,
        CancellationToken token
    )
    {
        int[] stopes = [.. entities.Select(entity => entity.StopeId).Distinct()];
        DateTime from = entities.Min(entity => entity.Timestamp);
        DateTime to = entities.Max(entity => entity.Timestamp);
        List<OperationalEvent> stored = await Scope
            .Context.Events.AsNoTracking()
            .Where(entity => stopes.Contains(entity.StopeId) && entity.Timestamp >= from && entity.Timestamp <= to)
            .ToListAsync(token);
        return stored.GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.First());
    }
}
