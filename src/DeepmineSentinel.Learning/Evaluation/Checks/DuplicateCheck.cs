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
        string contradicted =
            torn > 0 ? $" The labels of {torn} of them contradict each other: these were left out altogether." : "";
        return new DataFinding(
            DataFindings.DuplicateStopes,
            $"{names} names of stopes have the readings of another, number by number; they stand for {set.Duplicates.Count}. One name of each was learnt from and tested on, the others were left out.{contradicted} Remove the copies."
        )
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
