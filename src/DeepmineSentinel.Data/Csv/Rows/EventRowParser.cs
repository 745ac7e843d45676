using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>Reads rows of an events file.</summary>
internal static class EventRowParser
{
    private static readonly int Name = Column(CsvLayout.StopeName);
    private static readonly int Mine = Column(CsvLayout.Mine);
    private static readonly int Timestamp = Column(CsvLayout.Timestamp);
    private static readonly int Type = Column("event_type");
    private static readonly int Charge = Column(OperationalEvent.Charge.Name);
    private static readonly int Distance = Column(OperationalEvent.Distance.Name);
    private static readonly int Notes = Column("notes");

    /// <summary>The present row; null when anything in it was refused.</summary>
    public static EventRow? Parse(RowReader row)
    {
        string mine = row.Mine(Mine);
        string stope = row.Name(Name, Stope.NameLength);
        OperationalEvent happening = new()
        {
            Timestamp = row.RequiredMoment(Timestamp, mine),
            Type = row.Category<EventType>(Type),
            ChargeKilograms = row.Optional(Charge, OperationalEvent.Charge),
            DistanceMetres = row.Optional(Distance, OperationalEvent.Distance),
            Notes = row.Text(Notes, OperationalEvent.NotesLength),
        };
        return row.OfRow.Count > 0 ? null : new EventRow(mine, stope, happening);
    }

    private static int Column(string name) => CsvLayout.Events.IndexOf(name);
}
