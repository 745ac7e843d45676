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

public sealed class MineImporterTests : IAsyncLifetime
{
    private SqliteSite site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await SqliteSite.CreateAsync();

    [Fact]
    public async Task The_reference_mine_and_the_sample_stopes_are_imported_as_they_are()
    {
        ImportReport stopes = await ImportFileAsync(ImportKind.Stopes, "stope_static_features.csv");
        ImportReport readings = await ImportFileAsync(ImportKind.Readings, "stope_timeseries.csv");
        ImportReport samples = await ImportFileAsync(ImportKind.Stopes, "sample_stopes.csv");
        Assert.Equal((50, 4500, 5), (stopes.Added, readings.Added, samples.Added));
        Assert.True(stopes.Written && readings.Written && samples.Written);

        await using SentinelDbContext context = site.Open();
        Assert.Equal(55, await context.Stopes.CountAsync(Token));
        Assert.Equal(13, await context.Stopes.CountAsync(stope => stope.UndatedStability == false, Token));
        Reading first = await context.Readings.OrderBy(r => r.StopeId).ThenBy(r => r.Timestamp).FirstAsync(Token);
        Assert.Equal(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), first.Timestamp);
        Assert.Equal(48.76, first.HumidityPercent);
        ImportBatch batch = await context.ImportBatches.SingleAsync(b => b.Id == readings.BatchId, Token);
        Assert.Equal((4500, "stope_timeseries.csv", "tester"), (batch.Added, batch.FileName, batch.ImportedBy));
        Assert.Equal(readings.Sha256, batch.Sha256);
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
        await using SentinelDbContext context = site.Open();
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
        await using SentinelDbContext context = site.Open();
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
        await using SentinelDbContext context = site.Open();
        Assert.Equal(1, (await context.Readings.SingleAsync(Token)).VibrationVelocityMmPerSecond);
    }

    [Fact]
    public async Task An_update_changes_stored_readings_and_still_refuses_what_comes_twice()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Readings, CsvText.Readings("S1,2024-01-01,1,,,,"));
        ImportReport report = await ImportAsync(
            ImportKind.Readings,
            CsvText.Readings("S1,2024-01-01,2,,,,", "S1,2024-01-02,3,,,,"),
            request => request with { Update = true }
        );
        Assert.Equal((1, 1, true), (report.Added, report.Updated, report.Written));
        ImportReport twice = await ImportAsync(
            ImportKind.Readings,
            CsvText.Readings("S1,2024-01-01,5,,,,", "S1,2024-01-01,6,,,,"),
            request => request with { Update = true }
        );
        Assert.Equal([3], twice.Problems.Select(problem => problem.Line));
        await using SentinelDbContext context = site.Open();
        Assert.Equal(
            [2, 3],
            await context
                .Readings.OrderBy(r => r.Timestamp)
                .Select(r => r.VibrationVelocityMmPerSecond!.Value)
                .ToListAsync(Token)
        );
    }

    [Fact]
    public async Task An_update_of_stopes_changes_what_differs_and_leaves_columns_that_are_not_in_the_file()
    {
        await ImportAsync(
            ImportKind.Stopes,
            CsvText.StopeHeader
                + ",Jn,stability\n"
                + CsvText.GoodStope
                + ",9,0\n"
                + CsvText.GoodStope.Replace("S1", "S2")
                + ",9,1\n"
        );
        Assert.True((await ImportAsync(ImportKind.Stopes, CsvText.Stopes(CsvText.GoodStope))).IsRefused);
        ImportReport report = await ImportAsync(
            ImportKind.Stopes,
            CsvText.Stopes(CsvText.StopeWith("rqd", "50"), CsvText.GoodStope.Replace("S1", "S2")),
            request => request with { Update = true }
        );
        Assert.Equal((0, 1), (report.Added, report.Updated));
        await using SentinelDbContext context = site.Open();
        Stope stope = await context.Stopes.SingleAsync(s => s.Name == "S1", Token);
        Assert.Equal(
            (50, 9.0, false),
            (stope.Properties.RqdPercent, stope.Properties.JointSetNumber, stope.UndatedStability)
        );
        Assert.True(stope.Revision > 1);
    }

    [Fact]
    public async Task Valid_rows_are_accepted_when_asked_and_the_others_go_to_a_file_without_formulas()
    {
        await ImportStopeAsync();
        string rejects = site.Folder.File("rejects.csv");
        ImportReport report = await ImportAsync(
            ImportKind.Readings,
            CsvText.Readings(
                "S1,2024-01-01,1,-2.5,,,",
                "=cmd(),2024-01-01,1,-2.5,,,",
                "S1,2024-01-01,9,,,,",
                "S1,2024-01-02"
            ),
            request => request with { AcceptValid = true, RejectsPath = rejects }
        );
        Assert.Equal((1, 3, 3, true), (report.Added, report.Rejected, report.TotalProblems, report.Written));
        string[] lines = await File.ReadAllLinesAsync(rejects, Token);
        Assert.Equal(CsvText.ReadingHeader + ",rejected_line,rejected_because", lines[0]);
        Assert.StartsWith(
            "'=cmd(),2024-01-01,1,-2.5,,,,3,stope_name names a stope",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.StartsWith("S1,2024-01-01,9,,,,,4,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_never_accepted_in_part()
    {
        await ImportStopeAsync();
        ImportReport report = await ImportAsync(
            ImportKind.Readings,
            CsvText.Readings("S1,2024-01-01,1,,,,") + "\0",
            request => request with { AcceptValid = true }
        );
        Assert.False(report.Written);
        await using SentinelDbContext context = site.Open();
        Assert.Equal(0, await context.Readings.CountAsync(Token));
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
        await using SentinelDbContext context = site.Open();
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
    public async Task Events_and_outcomes_are_imported_refused_twice_and_replaced_by_an_update()
    {
        await ImportStopeAsync();
        const string Events =
            "stope_name,timestamp,event_type,charge_kg,distance_m,notes\nS1,2024-01-01,blast,100,20,\"a, b\"\n";
        const string Outcomes =
            "stope_name,observed_at,outcome,occurred_at,elos_m,source\nS1,2024-02-01,Unstable,,0.8,survey\n";
        Assert.Equal(1, (await ImportAsync(ImportKind.Events, Events)).Added);
        Assert.Equal(1, (await ImportAsync(ImportKind.Outcomes, Outcomes)).Added);
        Assert.Contains(
            "stored already",
            (await ImportAsync(ImportKind.Events, Events)).Problems[0].Reason,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "stored already",
            (await ImportAsync(ImportKind.Outcomes, Outcomes)).Problems[0].Reason,
            StringComparison.Ordinal
        );

        ImportReport update = await ImportAsync(
            ImportKind.Outcomes,
            Outcomes.Replace("Unstable", "failure", StringComparison.Ordinal),
            request => request with { Update = true }
        );
        Assert.Equal((0, 1), (update.Added, update.Updated));
        await using SentinelDbContext context = site.Open();
        Assert.Equal(OutcomeClass.Failure, (await context.Outcomes.SingleAsync(Token)).Class);
        Assert.Equal("a, b", (await context.Events.SingleAsync(Token)).Notes);

        ImportReport wrong = await ImportAsync(
            ImportKind.Outcomes,
            "stope_name,observed_at,outcome,occurred_at\nS1,2024-03-01,failure,2024-03-02\n"
        );
        Assert.Equal("occurred_at", Assert.Single(wrong.Problems).Column);
    }

    [Fact]
    public async Task A_column_mine_sends_rows_to_their_mines_and_generated_data_are_never_mixed_in()
    {
        string header = CsvText.StopeHeader + ",mine,synthetic\n";
        await ImportAsync(ImportKind.Stopes, header + CsvText.GoodStope + ",Demo,True\n" + CsvText.GoodStope + ",,\n");
        await using SentinelDbContext context = site.Open();
        var mines = await context.Mines.OrderBy(mine => mine.Name).ToListAsync(Token);
        Assert.Equal([(Mine.DefaultName, false), ("Demo", true)], mines.Select(mine => (mine.Name, mine.IsSynthetic)));

        ImportReport mixed = await ImportAsync(
            ImportKind.Stopes,
            header + CsvText.StopeWith("stope_name", "S7") + ",Demo,False\n"
        );
        Assert.Equal("synthetic", Assert.Single(mixed.Problems).Column);
    }

    [Fact]
    public async Task An_upload_is_read_from_its_start_and_stays_open()
    {
        await using MemoryStream upload = new(Encoding.UTF8.GetBytes(CsvText.Stopes(CsvText.GoodStope)));
        upload.Position = 10;
        ImportReport report = await site.Get<MineImporter>()
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
        ImportReport report = await site.Get<MineImporter>()
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
    public async Task Refused_rows_never_overwrite_the_file_they_came_from()
    {
        string path = site.Folder.Write("own.csv", CsvText.Stopes(CsvText.StopeWith("rqd", "x")));
        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() =>
            site.Get<MineImporter>()
                .ImportAsync(
                    new ImportRequest
                    {
                        Kind = ImportKind.Stopes,
                        Path = path,
                        RejectsPath = path,
                        By = "x",
                    },
                    null,
                    Token
                )
        );
        Assert.Equal("rejects_not_writable", refused.Code);
        Assert.Equal(CsvText.Stopes(CsvText.StopeWith("rqd", "x")), await File.ReadAllTextAsync(path, Token));
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
            Path = site.Folder.Write("many.csv", CsvText.Readings(rows)),
            By = "x",
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            site.Get<MineImporter>().ImportAsync(request, new Stopper(stop), stop.Token)
        );
        await using SentinelDbContext context = site.Open();
        Assert.Equal(0, await context.Readings.CountAsync(Token));
        Assert.Equal(7_000, (await site.Get<MineImporter>().ImportAsync(request, null, Token)).Added);
    }

    [Fact]
    public async Task A_mine_from_memory_is_added_whole_with_its_times_shifted()
    {
        MineImporter importer = site.Get<MineImporter>();
        MineDataset dataset = new(Samples.Mine("Demo"), "");
        AddMineOptions options = new() { IsSynthetic = true, Shift = TimeSpan.FromDays(10) };
        await importer.AddMineAsync(dataset, options, Token);
        await using SentinelDbContext context = site.Open();
        Assert.True((await context.Mines.SingleAsync(Token)).IsSynthetic);
        Assert.Equal(new DateTime(2025, 6, 11, 6, 0, 0), await context.Readings.MinAsync(r => r.Timestamp, Token));
        Assert.Equal((2, 2), (await context.Events.CountAsync(Token), await context.Outcomes.CountAsync(Token)));
        SentinelException again = await Assert.ThrowsAsync<SentinelException>(() =>
            importer.AddMineAsync(dataset, options, Token)
        );
        Assert.Equal("mine_exists", again.Code);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

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

    private Task<ImportReport> ImportStopeAsync() => ImportAsync(ImportKind.Stopes, CsvText.Stopes(CsvText.GoodStope));

    private Task<ImportReport> ImportFileAsync(ImportKind kind, string name) =>
        site.Get<MineImporter>()
            .ImportAsync(
                new ImportRequest
                {
                    Kind = kind,
                    Path = SharedData.ReferenceMine(name),
                    By = "tester",
                },
                null,
                Token
            );

    private Task<ImportReport> ImportAsync(
        ImportKind kind,
        string text,
        Func<ImportRequest, ImportRequest>? change = null
    )
    {
        ImportRequest request = new()
        {
            Kind = kind,
            Path = site.Folder.Write("import.csv", text),
            By = "tester",
        };
        return site.Get<MineImporter>().ImportAsync(change?.Invoke(request) ?? request, null, Token);
    }
}
