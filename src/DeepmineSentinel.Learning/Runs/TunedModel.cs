using System.Text.Json;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>The model that a run ends with.</summary>
/// <param name="ModelName">Its name.</param>
/// <param name="BestParams">Its hyper-parameters.</param>
/// <param name="BestScore">Validation loss of its best weights; null: no validation stopes with labels.</param>
public sealed record TunedModel(
    string ModelName,
    IReadOnlyDictionary<string, JsonElement> BestParams,
    double? BestScore
);
