using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Evaluation.Statements;

/// <summary>What the held-out stope-days really were of which a run's condition gave one class.</summary>
/// <param name="Answer">The class that was said.</param>
/// <param name="Stopes">Stopes of which it was ever said.</param>
/// <param name="Truth">Stope-days by true class, classes that occurred only, best first.</param>
public sealed record ClassRecord(
    StabilityClass Answer,
    int Stopes,
    IReadOnlyList<(StabilityClass Class, int Days)> Truth
)
{
    /// <summary>Stope-days of which it was said.</summary>
    public int Days => Truth.Sum(count => count.Days);
}
