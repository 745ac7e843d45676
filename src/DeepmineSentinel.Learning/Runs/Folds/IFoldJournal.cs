namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>Keeps what folds said, so that an evaluation that was stopped goes on with the next fold.</summary>
public interface IFoldJournal
{
    /// <summary>What a fold said; null: it has not been run, or its record is damaged.</summary>
    /// <param name="key">Names evaluation and data; 64 lower-case hex digits.</param>
    /// <param name="fold">From 0.</param>
    FoldRecord? Find(string key, int fold);

    /// <summary>Keeps what a fold said.</summary>
    void Keep(string key, int fold, FoldRecord record);
}
