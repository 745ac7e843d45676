using System.Security.Cryptography;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv.Rows;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Reads whole mines from CSV files into memory: the one way from rows to what learning takes.</summary>
/// <param name="clock">The present; later moments are refused.</param>
public sealed class MineCsvReader(TimeProvider clock)
{
    /// <summary>Reads the files.</summary>
    /// <param name="files">Where they are.</param>
    /// <param name="options">What they do not say themselves.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InputRejectedException">Anything in any of the files is wrong; all of it is listed.</exception>
    public MineDataset Read(MineFiles files, MineReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        RowRules rules = new(options.DefaultMine, _ => options.TimeZone, clock.GetUtcNow().UtcDateTime);
        return new Reading(rules, cancellationToken).Read(files);
    }

    /// <summary>The hash that <see cref="Read"/> finds, without looking at what the files say.</summary>
    /// <param name="files">Where they are.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>SHA-256, 64 lower-case hex digits.</returns>
    /// <exception cref="InputRejectedException">A file cannot be opened.</exception>
    public static async Task<string> HashAsync(MineFiles files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ProblemList problems = new();
        Dictionary<ImportKind, string> hashes = [];
        foreach ((ImportKind kind, string path) in files.Present())
        {
            await using FileStream? file = SourceFile.Open(path, problems);
            if (file is not null)
            {
                hashes[kind] = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            }
        }

        problems.ThrowIfAny();
        return ContentHash.Of(hashes);
    }

    private sealed class Reading(RowRules rules, CancellationToken token)
    {
        private readonly ProblemList problems = new();
        private readonly Dictionary<StopeKey, StopeBuilder> stopes = [];
        private readonly Dictionary<ImportKind, string> hashes = [];

        public MineDataset Read(MineFiles files)
        {
            Each(CsvLayout.Stopes, files.StaticPath, AddStope);
            Each(CsvLayout.Readings, files.TimeseriesPath, AddReading);
            Each(CsvLayout.Events, files.EventsPath, AddEvent);
            Each(CsvLayout.Outcomes, files.OutcomesPath, AddOutcome);
            problems.ThrowIfAny();
            StopeHistory[] histories =
            [
                .. stopes
                    .Values.Select(stope => stope.Build())
                    .OrderBy(stope => stope.Mine, StringComparer.Ordinal)
                    .ThenBy(stope => stope.Name, StringComparer.Ordinal),
            ];
            return new MineDataset(histories, ContentHash.Of(hashes));
        }

        private void Each(CsvLayout layout, string? path, Action<RowReader> add)
        {
            if (path is null || SourceFile.Open(path, problems) is not { } stream)
            {
                return;
            }

            using FileStream file = stream;
            using CsvTable table = new(stream, Path.GetFileName(path), layout, TableShape.Own, problems);
            RowReader row = new(table, problems, rules);
            while (row.Next())
            {
                token.ThrowIfCancellationRequested();
                add(row);
            }

            hashes[layout.Kind] = table.Sha256;
        }

        private void AddStope(RowReader row)
        {
            if (
                StopeRowParser.Parse(row) is { } stope
                && !stopes.TryAdd(new StopeKey(stope.Mine, stope.Name), new StopeBuilder(stope))
            )
            {
                row.Refuse(row.Table.Layout.IndexOf(CsvLayout.StopeName), RowReasons.StopeTwice);
            }
        }

        private void AddReading(RowReader row)
        {
            if (ReadingRowParser.Parse(row) is { } reading)
            {
                Attach(row, new StopeKey(reading.Mine, reading.Stope), stope => stope.Add(reading.Reading));
            }
        }

        private void AddEvent(RowReader row)
        {
            if (EventRowParser.Parse(row) is { } happening)
            {
                Attach(row, new StopeKey(happening.Mine, happening.Stope), stope => stope.Add(happening.Event));
            }
        }

        private void AddOutcome(RowReader row)
        {
            if (OutcomeRowParser.Parse(row) is { } outcome)
            {
                Attach(row, new StopeKey(outcome.Mine, outcome.Stope), stope => stope.Add(outcome.Outcome));
            }
        }

        private void Attach(RowReader row, StopeKey key, Func<StopeBuilder, bool> add)
        {
            if (!stopes.TryGetValue(key, out StopeBuilder? stope))
            {
                row.Refuse(row.Table.Layout.IndexOf(CsvLayout.StopeName), RowReasons.UnknownStopeInFiles);
            }
            else if (!add(stope))
            {
                row.Refuse("", "row", RowReasons.Twice(row.Table.Layout.Kind));
            }
        }
    }
}
