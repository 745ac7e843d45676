using System.Text.Json.Serialization;

namespace DeepmineSentinel.Learning.Evaluation.Checks;

/// <summary>Something odd about labels or data that a person must know before believing any number learnt from them.</summary>
/// <param name="Code">Stable, in snake_case; one of <see cref="DataFindings"/>.</param>
/// <param name="Sentence">What was found and what follows, in plain words, without names of stopes.</param>
public sealed record DataFinding(string Code, string Sentence)
{
    /// <summary>The numbers behind it, by name in snake_case.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether the labels themselves are in doubt: then no gate passes a run by itself.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>Keys of the stopes that it is about, where it is about some.</summary>
    public IReadOnlyList<string> StopeKeys { get; init; } = [];

    /// <summary>Their names, for those who have the data at hand; no file of a run has them (docs/decisions/078).</summary>
    [JsonIgnore]
    public IReadOnlyList<string> StopeNames { get; init; } = [];
}
