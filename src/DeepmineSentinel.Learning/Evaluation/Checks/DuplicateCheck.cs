using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Evaluation.Checks;

/// <summary>Says which stopes were found to be one under several names.</summary>
internal static class DuplicateCheck
{
    public static DataFinding? Find(SampleSet set)
    {
        if (set.Duplicates.Count == 0)
        {
            return null;
        }

        int names = set.Duplicates.Sum(same => same.Stopes.Count);
        int torn = set.Duplicates.Count(same => same.Kept is null);
        List<string> told =
        [
            $"{names} names of stopes have the readings of another, number by number; they stand for {set.Duplicates.Count}. One name of each was learnt from and tested on, the others were left out.",
        ];
        if (torn > 0)
        {
            told.Add($"The labels of {torn} of them contradict each other: these were left out altogether.");
        }

        told.Add("Remove the copies.");
        return new DataFinding(DataFindings.DuplicateStopes, string.Join(' ', told))
        {
            Numbers = new Dictionary<string, double>
            {
                ["stopes"] = set.Duplicates.Count,
                ["names"] = names,
                ["contradicting"] = torn,
            },
        }.About(set.Duplicates.SelectMany(same => same.Stopes).Select(stope => set.Stopes[stope]));
    }
}
