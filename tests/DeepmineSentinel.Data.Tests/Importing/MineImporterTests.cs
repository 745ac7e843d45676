using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Tests.Csv;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Tests.Importing;

public sealed class MineImporterTests : ImportTest
{
    [Fact]
    public async Task The_reference_mine_and_the_sample_stopes_are_imported_as_they_are()
    {
        ImportReport stopes = await ImportFileAsync(ImportKind.Stopes, "stope_static_features.csv");
        ImportReport readings = await ImportFileAsync(ImportKind.Readings, "stope_timeseries.csv");
        ImportReport samples = await ImportFileAsync(ImportKind.Stopes, "sample_stopes.csv");
        Assert.Equal((50, 4500, 5), (stopes.Added, readings.Added, samples.Added));
        Assert.True(stopes.Written && readings.Written && samples.Written);

        await using SentinelDbContext context = Site.Open();
        Assert.Equal(55, await context.Stopes.CountAsync(Token));
        Assert.Equal(13, await context.Stopes.CountAsync(stope => stope.UndatedStability == false, Token));
        Reading first = await context.Readings.OrderBy(r => r.StopeId).ThenBy(r => r.Timestamp).FirstAsync(Token);
        Assert.Equal(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), first.Timestamp);
        Assert.Equal(48.76, first.HumidityPercent);
        ImportBatch batch = await context.ImportBatches.SingleAsync(b => b.Id == readings.BatchId, Token);
        Assert.Equal((4500, "stope_timeseries.csv", "tester"), (batch.Added, batch.FileName, batch.ImportedBy));
        Assert.Equal(readings.Sha256, batch.Sha256);
    }

    [Theory]
    [InlineData('a', "is longer than")]
    [InlineData('\0', "has a NUL byte")]
    public async Task A_file_that_is_one_huge_line_is_a_problem_of_that_file(char letter, string reason)
    {
        ImportReport report = await ImportAsync(ImportKind.Stopes, new string(letter, 1_000_000));
        RowProblem problem = Assert.Single(report.Problems);
        Assert.Equal(("import.csv", 1), (problem.File, problem.Line));
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.False(report.Written);
    }

    [Fact]
    public async Task Importing_a_negative_depth_reports_line_and_column_and_saves_nothing()
    {
        ImportReport report = await ImportAsync(
            ImportKind.Stopes,
            CsvText.Stopes(CsvText.GoodStope, CsvText.StopeWith("depth", "-5").Replace("S1", "S2"))
        );
        Assert.True(report.IsRefused);
        RowProblem problem = Assert.Single(report.Problems);
        Assert.Equal((3, "depth", "number"), (problem.Line, problem.Column, problem.ValueKind));
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(0, await context.Stopes.CountAsync(Token) + await context.Mines.CountAsync(Token));
        Assert.Equal(0, await context.ImportBatches.CountAsync(Token));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        ImportReport report = await ImportAsync(
            ImportKind.Stopes,
            CsvText.Stopes(CsvText.GoodStope),
            request => request with { DryRun = true }
        );
        Assert.Equal((1, false, 0), (report.Added, report.Written, report.TotalProblems));
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(0, await context.Mines.CountAsync(Token));
    }

    [Fact]
    public async Task Readings_that_are_stored_or_come_twice_or_belong_to_nobody_are_told_apart()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Readings, CsvText.Readings("S1,2024-01-01,1,,,,"));
        ImportReport report = await ImportAsync(
            ImportKind.Readings,
            CsvText.Readings("S1,2024-01-01,2,,,,", "S1,2024-01-02,3,,,,", "s1,2024-01-02,4,,,,", "S9,2024-01-02,5,,,,")
        );
        Assert.Equal((3, false), (report.TotalProblems, report.Written));
        Assert.Equal([2, 4, 5], report.Problems.Select(problem => problem.Line));
        Assert.Contains("stored already", report.Problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains("in the file twice", report.Problems[1].Reason, StringComparison.Ordinal);
        Assert.Contains("does not have", report.Problems[2].Reason, StringComparison.Ordinal);
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(1, (await context.Readings.SingleAsync(Token)).VibrationVelocityMmPerSecond);
    }

    [Fact]
    public async Task Times_are_taken_in_the_stated_zone_else_in_the_mines_and_never_from_the_future()
    {
        await ImportAsync(
            ImportKind.Stopes,
            CsvText.Stopes(CsvText.GoodStope),
            request => request with { TimeZoneId = "America/Santiago" }
        );
        await ImportAsync(ImportKind.Readings, CsvText.Readings("S1,2024-01-01 10:00,1,,,,"));
        await ImportAsync(
            ImportKind.Readings,
            CsvText.Readings("S1,2024-01-01 10:00,2,,,,"),
            request => request with { TimeZoneId = "UTC" }
        );
        await using SentinelDbContext context = Site.Open();
        Assert.Equal([10, 13], await context.Readings.Select(r => r.Timestamp.Hour).Order().ToListAsync(Token));

        ImportReport future = await ImportAsync(ImportKind.Readings, CsvText.Readings("S1,2026-03-02,1,,,,"));
        Assert.Contains("future", Assert.Single(future.Problems).Reason, StringComparison.Ordinal);
        SentinelException zone = await Assert.ThrowsAsync<SentinelException>(() =>
            ImportAsync(
                ImportKind.Readings,
                CsvText.Readings(),
                request => request with { TimeZoneId = "Mars/Olympus" }
            )
        );
        Assert.Equal("unknown_time_zone", zone.Code);
    }

    [Fact]
    public async Task An_upload_is_read_from_its_start_and_stays_open()
    {
        await using MemoryStream upload = new(Encoding.UTF8.GetBytes(CsvText.Stopes(CsvText.GoodStope)));
        upload.Position = 10;
        ImportReport report = await Site.Get<MineImporter>()
            .ImportAsync(
                new ImportRequest
                {
                    Kind = ImportKind.Stopes,
                    Content = upload,
                    FileName = "mine.csv",
                    By = "web",
                },
                null,
                Token
            );
        Assert.Equal((1, "mine.csv"), (report.Added, report.FileName));
        Assert.True(upload.CanRead);
    }

    [Fact]
    public async Task A_missing_file_is_a_problem_and_not_an_exception()
    {
        ImportReport report = await Site.Get<MineImporter>()
            .ImportAsync(
                new ImportRequest
                {
                    Kind = ImportKind.Stopes,
                    Path = "/no/such.csv",
                    By = "x",
                },
                null,
                Token
            );
        Assert.Equal("such.csv: does not exist", Assert.Single(report.Problems).ToString());
    }

    [Fact]
    public async Task A_stopped_import_writes_nothing()
    {
        await ImportStopeAsync();
        using CancellationTokenSource stop = new();
        string[] rows =
        [
            .. Enumerable
                .Range(0, 7_000)
                .Select(n => $"S1,{new DateTime(2024, 1, 1).AddMinutes(n):yyyy-MM-dd HH:mm},1,,,,"),
        ];
        ImportRequest request = new()
        {
            Kind = ImportKind.Readings,
            Path = Site.Folder.Write("many.csv", CsvText.Readings(rows)),
            By = "x",
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Site.Get<MineImporter>().ImportAsync(request, new Stopper(stop), stop.Token)
        );
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(0, await context.Readings.CountAsync(Token));
        Assert.Equal(7_000, (await Site.Get<MineImporter>().ImportAsync(request, null, Token)).Added);
    }

    [Fact]
    public async Task A_mine_from_memory_is_added_whole_with_its_times_shifted()
    {
        MineImporter importer = Site.Get<MineImporter>();
        MineDataset dataset = new(Samples.Mine("Demo"), "");
        AddMineOptions options = new() { IsSynthetic = true, Shift = TimeSpan.FromDays(10) };
        await importer.AddMineAsync(dataset, options, Token);
        await using SentinelDbContext context = Site.Open();
        Assert.True((await context.Mines.SingleAsync(Token)).IsSynthetic);
        Assert.Equal(new DateTime(2025, 6, 11, 6, 0, 0), await context.Readings.MinAsync(r => r.Timestamp, Token));
        Assert.Equal((2, 2), (await context.Events.CountAsync(Token), await context.Outcomes.CountAsync(Token)));
        SentinelException again = await Assert.ThrowsAsync<SentinelException>(() =>
            importer.AddMineAsync(dataset, options, Token)
        );
        Assert.Equal("mine_exists", again.Code);
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value >= 6_000)
            {
                stop.Cancel();
            }
        }
    }
}
