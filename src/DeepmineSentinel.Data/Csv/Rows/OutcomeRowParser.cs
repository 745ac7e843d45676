using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>Reads rows of an outcomes file.</summary>
internal static class OutcomeRowParser
{
    private static readonly int Name = Column(CsvLayout.StopeName);
    private static readonly int Mine = Column(CsvLayout.Mine);
    private static readonly int ObservedAt = Column(CsvLayout.ObservedAt);
    private static readonly int OccurredAt = Column(CsvLayout.OccurredAt);
    private static readonly int Class = Column("outcome");
    private static readonly int Elos = Column(Outcome.Elos.Name);
    private static readonly int Source = Column("source");

    /// <summary>The present row; null when anything in it was refused.</summary>
    public static OutcomeRow? Parse(RowReader row)
    {
        string mine = row.Mine(Mine);
        string stope = row.Name(Name, Stope.NameLength);
        Outcome outcome = new()
        {
            ObservedAt = row.RequiredMoment(ObservedAt, mine),
            OccurredAt = row.Moment(OccurredAt, mine),
            Class = row.Category<OutcomeClass>(Class),
            ElosMetres = row.Optional(Elos, Outcome.Elos),
            Source = row.Text(Source, Outcome.SourceLength),
        };
        if (row.OfRow.Count == 0 && outcome.OccurredAt > outcome.ObservedAt)
        {
            row.Refuse(OccurredAt, "must not lie after observed_at");
        }

        return row.OfRow.Count > 0 ? null : new OutcomeRow(mine, stope, outcome);
    }

    private static int Column(string name) => CsvLayout.Outcomes.IndexOf(name);
}
