namespace DeepmineSentinel.Data.Importing;

/// <summary>Where a row came from, until it is written.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Cells">The row as it stands in the file; empty where refused rows are not kept.</param>
internal readonly record struct PendingRow(int Line, string[] Cells);
