using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>One row of an events file.</summary>
internal sealed record EventRow(string Mine, string Stope, OperationalEvent Event);
