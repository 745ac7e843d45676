using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>Follows a search from outside. Called on its threads, one at a time.</summary>
public interface ISearchWatcher
{
    /// <summary>The search has begun or a trial has ended.</summary>
    void Moved(SearchProgress progress);

    /// <summary>The best trial becomes a run.</summary>
    void Finishing(string runId);
}
