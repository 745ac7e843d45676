using System.Text.Json;
using System.Text.Json.Serialization;

namespace DeepmineSentinel.Learning.Search;

/// <summary>What a trial found; kept for ever, so that no configuration is trained twice on the same data.</summary>
public sealed record TrialRecord
{
    /// <summary>Key of the trial.</summary>
    public required string Key { get; init; }

    /// <summary>Its choices by name.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Configuration { get; init; }

    /// <summary>How it ended.</summary>
    public required TrialState State { get; init; }

    /// <summary>Validation loss of its best weights; null unless trained to the end.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>Epochs run, of all networks of an ensemble.</summary>
    public required int Epochs { get; init; }

    /// <summary>Validation losses of the first network by epoch, as training reports them.</summary>
    public required IReadOnlyList<double> Losses { get; init; }

    /// <summary>Time it took, seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public required DateTime EndedAt { get; init; }

    /// <summary>Whether another search may take it as its own: a stopped trial says nothing beside other rivals.</summary>
    [JsonIgnore]
    public bool IsTransferable => State != TrialState.Stopped;
}
