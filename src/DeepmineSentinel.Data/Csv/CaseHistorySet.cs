using DeepmineSentinel.Core.Stability;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Case histories with what is odd in them.</summary>
/// <param name="Cases">The cases in the order of the file, or of their keys.</param>
/// <param name="Remarks">What is odd without being wrong, a sentence each.</param>
/// <param name="Sha256">SHA-256 of the file, or of what an export of the stored cases writes; lower-case hex.</param>
public sealed record CaseHistorySet(IReadOnlyList<CaseHistory> Cases, IReadOnlyList<string> Remarks, string Sha256);
