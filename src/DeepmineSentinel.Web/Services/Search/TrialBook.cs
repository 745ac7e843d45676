using DeepmineSentinel.Data.Experiments;
using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>The trials of one search in its folder, and of all others where they came to their end.</summary>
internal sealed class TrialBook : ITrialJournal
{
    private readonly ExperimentFolder folder;
    private readonly Dictionary<string, TrialRecord> known = [];

    /// <param name="folder">Folder of the search.</param>
    /// <param name="others">Trials of other searches.</param>
    public TrialBook(ExperimentFolder folder, IEnumerable<string> others)
    {
        this.folder = folder;
        foreach (TrialRecord trial in Trials(others).Where(trial => trial.IsTransferable))
        {
            known[trial.Key] = trial;
        }

        foreach (TrialRecord trial in Trials(folder.ReadTrials()))
        {
            known[trial.Key] = trial;
        }
    }

    public TrialRecord? Find(string key) => known.GetValueOrDefault(key);

    public void Keep(TrialRecord trial)
    {
        folder.AppendTrial(TrialLine.Write(trial));
        known[trial.Key] = trial;
    }

    private static IEnumerable<TrialRecord> Trials(IEnumerable<string> lines) =>
        lines.Select(TrialLine.Read).OfType<TrialRecord>();
}
