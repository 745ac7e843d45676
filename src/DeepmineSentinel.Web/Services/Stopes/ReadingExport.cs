using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>A stope's readings as the CSV that an import takes back.</summary>
public sealed class ReadingExport(StopeQueries stopes)
{
    /// <exception cref="Core.Errors.SentinelException">There is no such stope.</exception>
    public async Task<byte[]> WriteAsync(int id, TimeRange range, CancellationToken cancellationToken)
    {
        (Stope stope, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        List<Reading> readings = [];
        await foreach (Reading reading in stopes.StreamReadings(id, range).WithCancellation(cancellationToken))
        {
            readings.Add(reading);
        }

        StopeHistory history = new()
        {
            StopeId = id,
            Mine = mine.Name,
            Name = stope.Name,
            IsSynthetic = mine.IsSynthetic,
            Properties = stope.Properties,
            Readings = readings,
        };
        DirectoryInfo folder = Directory.CreateTempSubdirectory("deepmine-readings-");
        try
        {
            MineFiles files = MineFiles.In(folder.FullName);
            MineCsvWriter.Write(new MineDataset([history], ""), files);
            return await File.ReadAllBytesAsync(files.TimeseriesPath!, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
