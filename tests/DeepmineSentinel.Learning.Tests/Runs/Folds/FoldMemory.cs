using System.Text.Json;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs.Folds;

namespace DeepmineSentinel.Learning.Tests.Runs.Folds;

/// <summary>Keeps folds as the text that storage would keep.</summary>
internal sealed class FoldMemory : IFoldJournal
{
    private readonly Dictionary<int, string> texts = [];

    public List<int> Kept { get; } = [];

    public FoldRecord? Find(string key, int fold) =>
        texts.TryGetValue(fold, out string? text)
            ? JsonSerializer.Deserialize<FoldRecord>(text, ArtifactJson.CompactOptions)
            : null;

    public void Keep(string key, int fold, FoldRecord record)
    {
        texts[fold] = JsonSerializer.Serialize(record, ArtifactJson.CompactOptions);
        Kept.Add(fold);
    }

    public void Forget(int fold) => texts.Remove(fold);
}
