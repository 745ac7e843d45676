using CsvHelper;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Writes rows in the order of a layout's columns.</summary>
internal sealed class CsvRowWriter : IDisposable
{
    private const string Moment = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";
    private readonly CsvWriter csv;

    /// <summary>Writes the header; disposing closes the stream.</summary>
    public CsvRowWriter(Stream stream, CsvLayout layout)
    {
        csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: false);
        csv.WriteHeader([.. layout.Columns]);
    }

    public void Stope(string mine, StopeHistory stope)
    {
        StopeProperties properties = stope.Properties;
        csv.WriteField(stope.Name);
        Number(properties.RqdPercent);
        Number(properties.HydraulicRadiusMetres);
        Number(properties.DepthMetres);
        Number(properties.DipDegrees);
        csv.WriteField(CategoryName.Of(properties.Direction));
        Number(properties.UndercutWidthMetres);
        csv.WriteField(CategoryName.Of(properties.RockType));
        csv.WriteField(CategoryName.Of(properties.SupportType));
        Number(properties.SupportDensity);
        csv.WriteField(properties.SupportInstalled);
        Ratings(properties);
        csv.WriteField(stope.UndatedStability is { } stable ? (stable ? "1" : "0") : "");
        csv.WriteField(mine);
        csv.WriteField(stope.IsSynthetic);
        csv.EndRecord();
    }

    public void Reading(string mine, string stope, Reading reading)
    {
        csv.WriteField(stope);
        Time(reading.Timestamp);
        for (int channel = 0; channel < ReadingQuantities.All.Count; channel++)
        {
            Number(ReadingQuantities.Value(reading, channel));
        }

        csv.WriteField(mine);
        csv.EndRecord();
    }

    public void Event(string mine, string stope, OperationalEvent happening)
    {
        csv.WriteField(stope);
        Time(happening.Timestamp);
        csv.WriteField(CategoryName.Of(happening.Type).ToLowerInvariant());
        Number(happening.ChargeKilograms);
        Number(happening.DistanceMetres);
        csv.WriteField(happening.Notes);
        csv.WriteField(mine);
        csv.EndRecord();
    }

    public void Outcome(string mine, string stope, Outcome outcome)
    {
        csv.WriteField(stope);
        Time(outcome.ObservedAt);
        csv.WriteField(CategoryName.Of(outcome.Class).ToLowerInvariant());
        Time(outcome.OccurredAt);
        Number(outcome.ElosMetres);
        csv.WriteField(outcome.Source);
        csv.WriteField(mine);
        csv.EndRecord();
    }

    public void Case(CaseHistory history)
    {
        csv.WriteField(history.Location);
        Number(history.QPrime);
        Number(history.FactorA);
        Number(history.FactorB);
        Number(history.FactorC);
        Number(history.HydraulicRadiusMetres);
        csv.WriteField(CategoryName.Of(history.State).ToLowerInvariant());
        Number(history.NPrime);
        csv.WriteField(history.Surface);
        Number(history.RqdPercent);
        Number(history.JointSetNumber);
        Number(history.JointRoughnessNumber);
        Number(history.JointAlterationNumber);
        csv.WriteField(history.Source);
        csv.EndRecord();
    }

    public void Dispose() => csv.Dispose();

    private void Ratings(StopeProperties properties)
    {
        Number(properties.JointSetNumber);
        Number(properties.JointRoughnessNumber);
        Number(properties.JointAlterationNumber);
        Number(properties.QPrime);
        Number(properties.UcsMegapascals);
        Number(properties.InducedStressMegapascals);
        Number(properties.JointAngleDegrees);
        Number(properties.FactorA);
        Number(properties.FactorB);
        Number(properties.FactorC);
    }

    // The shortest text that reads back as the same bits.
    private void Number(double? value) => csv.WriteField(value, "R");

    private void Time(DateTime? value)
    {
        if (value is { } moment)
        {
            csv.WriteField(moment, Moment);
        }
        else
        {
            csv.WriteField("");
        }
    }
}
