namespace DeepmineSentinel.Learning.Search;

/// <summary>Where trials are kept: the boundary to storage. Called by one thread at a time.</summary>
public interface ITrialJournal
{
    /// <summary>A trial that ended before, in this search or, trained to its end, in another one; null: none.</summary>
    TrialRecord? Find(string key);

    /// <summary>Keeps a trial before the next one begins; it is there after a crash.</summary>
    void Keep(TrialRecord trial);
}
