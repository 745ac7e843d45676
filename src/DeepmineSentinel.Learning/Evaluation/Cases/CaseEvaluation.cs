using System.Text.Json.Serialization;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>What is known of models of the stability graph on a set of case histories.</summary>
public sealed record CaseEvaluation
{
    /// <summary>Cases scored.</summary>
    public required int Cases { get; init; }

    /// <summary>Cases of each state.</summary>
    public required IReadOnlyDictionary<string, int> States { get; init; }

    /// <summary>Cases of each source.</summary>
    public required IReadOnlyDictionary<string, int> Sources { get; init; }

    /// <summary>Random folds.</summary>
    public required CaseComparison Random { get; init; }

    /// <summary>Whole sources held out; null: <see cref="Notes"/> say why.</summary>
    public CaseComparison? Source { get; init; }

    /// <summary>What limits the evaluation, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What tells most of cases from elsewhere: whole sources held out, else random folds.</summary>
    [JsonIgnore]
    public CaseComparison Hardest => Source ?? Random;
}
