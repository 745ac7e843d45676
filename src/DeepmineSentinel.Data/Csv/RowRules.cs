namespace DeepmineSentinel.Data.Csv;

/// <summary>What rows are read under.</summary>
/// <param name="DefaultMine">Mine of rows that name none.</param>
/// <param name="ZoneOf">Zone of timestamps without one, by mine.</param>
/// <param name="Now">The present, UTC; later moments are refused.</param>
internal sealed record RowRules(string DefaultMine, Func<string, TimeZoneInfo> ZoneOf, DateTime Now);
