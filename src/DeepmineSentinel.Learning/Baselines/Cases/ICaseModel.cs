using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Baselines.Cases;

/// <summary>Something that tells the state of a surface. Fit it once, on training cases alone, then ask it.</summary>
public interface ICaseModel
{
    /// <summary>Name in reports, snake_case; it never changes once released.</summary>
    string Name { get; }

    /// <summary>What it is, a line.</summary>
    string Description { get; }

    /// <summary>Whether its own authors fitted it to cases that are scored here.</summary>
    bool IsInSample => false;

    /// <summary>What was chosen while fitting, a line; null: nothing.</summary>
    string? Chosen => null;

    /// <summary>
    /// Probabilities of each training case by fits that did not see it, [training][3]: what thresholds are chosen on. Null
    /// where it has none.
    /// </summary>
    double[][]? OutOfFold => null;

    /// <summary>Fits the model.</summary>
    /// <param name="training">Cases that may be looked at.</param>
    /// <param name="token">Stops fitting.</param>
    void Fit(IReadOnlyList<CaseHistory> training, CancellationToken token);

    /// <summary>Probabilities of stable, unstable and failure, [cases][3]; null: it answers without.</summary>
    double[][]? Probabilities(IReadOnlyList<CaseHistory> cases);

    /// <summary>Its own answer; the likeliest state unless it is a rule.</summary>
    int[] Answers(IReadOnlyList<CaseHistory> cases) =>
        [.. Probabilities(cases)!.Select(probabilities => ClassScores.Answer(probabilities))];
}
