using DeepmineSentinel.Data.Summaries;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Whole days of a stope with some tens of thousands of an import's readings: what is taken back at once.</summary>
internal sealed record ReadingSlice(int StopeId, DateTime First, DateTime Last, int Rows)
{
    private const int RowsAtOnce = 50_000;

    public DaySpan Days => DaySpan.Between(StopeId, First, Last);

    /// <summary>The same days in parts of about equal length, so that far more readings than at once are never touched.</summary>
    public IEnumerable<ReadingSlice> Parts()
    {
        int days = (Last.Date - First.Date).Days + 1;
        int parts = Math.Clamp((Rows + RowsAtOnce - 1) / RowsAtOnce, 1, days);
        int length = (days + parts - 1) / parts;
        for (DateTime from = First.Date; from <= Last; from = from.AddDays(length))
        {
            DateTime to = from.AddDays(length - 1);
            yield return this with
            {
                First = from,
                Last = to < Last ? to : Last,
                Rows = Rows / parts,
            };
        }
    }

    /// <summary>Few stopes with much, or many with little: groups whose summaries are made by one statement.</summary>
    public static IEnumerable<IReadOnlyList<ReadingSlice>> Grouped(IEnumerable<ReadingSlice> slices)
    {
        List<ReadingSlice> group = [];
        int rows = 0;
        foreach (ReadingSlice slice in slices)
        {
            group.Add(slice);
            rows += slice.Rows;
            if (rows >= RowsAtOnce)
            {
                yield return group;
                (group, rows) = ([], 0);
            }
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }
}
