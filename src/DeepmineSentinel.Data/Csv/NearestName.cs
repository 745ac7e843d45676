namespace DeepmineSentinel.Data.Csv;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>The nearest known name; null when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        (string? best, int distance) = (null, Math.Max(2, name.Length / 2));
        foreach (string candidate in known)
        {
            int edits = Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits < distance)
            {
                (best, distance) = (candidate, edits);
            }
        }

        return best;
    }

    private static int Edits(string from, string to)
    {
        if (from.Order().SequenceEqual(to.Order()))
        {
            // The same letters in another order: the commonest slip.
            return from == to ? 0 : 1;
        }

        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
