using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Writes mines as the files that <see cref="MineCsvReader"/> reads: sorted, invariant, every number to the bit.</summary>
public static class MineCsvWriter
{
    /// <summary>Writes the files; those without a path are left out.</summary>
    /// <param name="dataset">What to write.</param>
    /// <param name="files">Where to; an existing file is replaced.</param>
    public static void Write(MineDataset dataset, MineFiles files)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(files);
        using (CsvRowWriter writer = Open(files.StaticPath, CsvLayout.Stopes))
        {
            foreach (StopeHistory stope in dataset.Stopes)
            {
                writer.Stope(stope.Mine, stope);
            }
        }

        WriteReadings(dataset, files.TimeseriesPath);
        WriteEvents(dataset, files.EventsPath);
        WriteOutcomes(dataset, files.OutcomesPath);
    }

    private static void WriteReadings(MineDataset dataset, string? path)
    {
        if (path is null)
        {
            return;
        }

        using CsvRowWriter writer = Open(path, CsvLayout.Readings);
        foreach (StopeHistory stope in dataset.Stopes)
        {
            foreach (Reading reading in stope.Readings)
            {
                writer.Reading(stope.Mine, stope.Name, reading);
            }
        }
    }

    private static void WriteEvents(MineDataset dataset, string? path)
    {
        if (path is null)
        {
            return;
        }

        using CsvRowWriter writer = Open(path, CsvLayout.Events);
        foreach (StopeHistory stope in dataset.Stopes)
        {
            foreach (OperationalEvent happening in stope.Events)
            {
                writer.Event(stope.Mine, stope.Name, happening);
            }
        }
    }

    private static void WriteOutcomes(MineDataset dataset, string? path)
    {
        if (path is null)
        {
            return;
        }

        using CsvRowWriter writer = Open(path, CsvLayout.Outcomes);
        foreach (StopeHistory stope in dataset.Stopes)
        {
            foreach (Outcome outcome in stope.Outcomes)
            {
                writer.Outcome(stope.Mine, stope.Name, outcome);
            }
        }
    }

    private static CsvRowWriter Open(string path, CsvLayout layout) => new(File.Create(path), layout);
}
