using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>All that one search is asked for.</summary>
public sealed record GridSearchRequest
{
    /// <summary>Data, split, seed and everything that the search does not vary.</summary>
    public required TrainModelOptions Options { get; init; }

    /// <summary>The configurations.</summary>
    public required SearchSpace Space { get; init; }

    public SearchSettings Settings { get; init; } = new();

    /// <summary>A label for people; nothing is found by it.</summary>
    public required string Experiment { get; init; }

    /// <summary>Whether what is known is forgotten and trained again.</summary>
    public bool Reset { get; init; }

    public required string RequestedBy { get; init; }
}
