using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>One row of an outcomes file.</summary>
internal sealed record OutcomeRow(string Mine, string Stope, Outcome Outcome);
