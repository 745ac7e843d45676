using System.Text.Json;
using DeepmineSentinel.Data.Experiments;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs.Folds;

namespace DeepmineSentinel.Web.Services.Evaluation;

/// <summary>Keeps what folds said on disk; a record that cannot be read counts as not there.</summary>
internal sealed class FoldShelf(EvaluationStore store) : IFoldJournal
{
    public FoldRecord? Find(string key, int fold)
    {
        using Stream? stream = store.Open(key, fold);
        try
        {
            return stream is null ? null : JsonSerializer.Deserialize<FoldRecord>(stream, ArtifactJson.CompactOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Keep(string key, int fold, FoldRecord record) =>
        store.Write(key, fold, stream => JsonSerializer.Serialize(stream, record, ArtifactJson.CompactOptions));
}
