using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>One row of a readings file.</summary>
internal sealed record ReadingRow(string Mine, string Stope, Reading Reading);
