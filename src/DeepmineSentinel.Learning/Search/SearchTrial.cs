using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Search;

/// <summary>One configuration of a search.</summary>
/// <param name="Key">Tells it from every other training: see <see cref="Configuration.KeyOf"/>.</param>
/// <param name="Options">Its choices; checked.</param>
public sealed record SearchTrial(string Key, TrainingOptions Options);
