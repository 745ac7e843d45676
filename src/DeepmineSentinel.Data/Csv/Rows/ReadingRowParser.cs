using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>Reads rows of a readings file.</summary>
internal static class ReadingRowParser
{
    private static readonly int Name = Column(CsvLayout.StopeName);
    private static readonly int Mine = Column(CsvLayout.Mine);
    private static readonly int Timestamp = Column(CsvLayout.Timestamp);
    private static readonly int Vibration = Column(ReadingQuantities.Vibration.Name);
    private static readonly int Deformation = Column(ReadingQuantities.Deformation.Name);
    private static readonly int Stress = Column(ReadingQuantities.Stress.Name);
    private static readonly int Temperature = Column(ReadingQuantities.Temperature.Name);
    private static readonly int Humidity = Column(ReadingQuantities.Humidity.Name);

    /// <summary>The present row; null when anything in it was refused.</summary>
    public static ReadingRow? Parse(RowReader row)
    {
        string mine = row.Mine(Mine);
        string stope = row.Name(Name, Stope.NameLength);
        Reading reading = new()
        {
            Timestamp = row.RequiredMoment(Timestamp, mine),
            VibrationVelocityMmPerSecond = row.Optional(Vibration, ReadingQuantities.Vibration),
            DeformationRateMmPerDay = row.Optional(Deformation, ReadingQuantities.Deformation),
            StressMegapascals = row.Optional(Stress, ReadingQuantities.Stress),
            TemperatureCelsius = row.Optional(Temperature, ReadingQuantities.Temperature),
            HumidityPercent = row.Optional(Humidity, ReadingQuantities.Humidity),
        };
        return row.OfRow.Count > 0 ? null : new ReadingRow(mine, stope, reading);
    }

    private static int Column(string name) => CsvLayout.Readings.IndexOf(name);
}
