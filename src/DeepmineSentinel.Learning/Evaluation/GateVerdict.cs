using DeepmineSentinel.Learning.Evaluation.Checks;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Whether a run may answer without a person having looked at it.</summary>
/// <param name="Passed">Whether it may.</param>
/// <param name="Judged">False: there was nothing to judge it by, so a person decides.</param>
/// <param name="Reasons">What was found, a sentence each.</param>
public sealed record GateVerdict(bool Passed, bool Judged, IReadOnlyList<string> Reasons)
{
    /// <summary>The same verdict, but nothing passes by itself while its labels are in doubt.</summary>
    /// <param name="findings">What was found about labels and data.</param>
    public GateVerdict Doubting(IReadOnlyList<DataFinding> findings)
    {
        string[] doubts =
        [
            .. findings
                .Where(finding => finding.NeedsPerson)
                .Select(finding => $"{finding.Code}: the labels are in doubt, so a person decides. {finding.Sentence}"),
        ];
        return doubts.Length == 0 ? this : this with { Passed = false, Reasons = [.. Reasons, .. doubts] };
    }
}
