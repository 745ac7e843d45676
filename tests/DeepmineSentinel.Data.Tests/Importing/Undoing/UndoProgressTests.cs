using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Importing.Undoing;
using DeepmineSentinel.Data.Tests.Csv;

namespace DeepmineSentinel.Data.Tests.Importing.Undoing;

public sealed class UndoProgressTests : ImportTest
{
    [Fact]
    public async Task An_undo_tells_how_far_it_is_stope_by_stope_up_to_all_of_its_rows()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Stopes, CsvText.StopeHeader + "\n" + CsvText.StopeWith("stope_name", "S2") + "\n");
        await UpdateAsync("S1,2024-01-01,1,,,,", "S2,2024-01-01,1,,,,");
        ImportReport update = await UpdateAsync(
            "S1,2024-01-01,2,,,,",
            "S1,2024-01-09,2,,,,",
            "S2,2024-01-01,2,,,,",
            "S2,2024-01-02,2,,,,"
        );
        Told told = new();
        await Site.Get<ImportUndo>().UndoAsync(update.BatchId!.Value, "tester", told, Token);
        Assert.Equal([new UndoProgress(2, 4), new UndoProgress(4, 4)], told.Values);
    }

    [Fact]
    public async Task An_undo_that_is_stopped_after_its_first_part_changes_nothing()
    {
        await ImportStopeAsync();
        ImportReport readings = await UpdateAsync("S1,2024-01-01,1,,,,", "S1,2024-01-02,1,,,,");
        using CancellationTokenSource stop = new();
        Told told = new(_ => stop.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Site.Get<ImportUndo>().UndoAsync(readings.BatchId!.Value, "tester", told, stop.Token)
        );
        Assert.Single(told.Values);
        Assert.Equal(
            (2, 0),
            await Site.Get<ImportUndo>()
                .UndoAsync(readings.BatchId!.Value, "tester", null, Token)
                .ContinueWith(done => (done.Result.Removed, done.Result.Restored), TaskScheduler.Default)
        );
    }

    private async Task<ImportReport> UpdateAsync(params string[] rows)
    {
        ImportReport report = await ImportAsync(
            ImportKind.Readings,
            CsvText.Readings(rows),
            request => request with { Update = true }
        );
        Assert.True(report.Written, string.Join(' ', report.Problems));
        return report;
    }

    private sealed class Told(Action<UndoProgress>? then = null) : IProgress<UndoProgress>
    {
        public List<UndoProgress> Values { get; } = [];

        public void Report(UndoProgress value)
        {
            Values.Add(value);
            then?.Invoke(value);
        }
    }
}
