using System.Globalization;
using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Tests.Csv;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Tests.Importing;

public sealed class ImportUpdateTests : ImportTest
{
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
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(
            [2, 3],
            await context
                .Readings.OrderBy(r => r.Timestamp)
                .Select(r => r.VibrationVelocityMmPerSecond!.Value)
                .ToListAsync(Token)
        );
    }

    [Fact]
    public async Task An_update_of_stopes_tells_who_changed_which_value_and_by_which_import()
    {
        await ImportStopeAsync();
        ImportReport report = await ImportAsync(
            ImportKind.Stopes,
            CsvText.Stopes(CsvText.StopeWith("rqd", "50")),
            request => request with { Update = true }
        );

        await using SentinelDbContext context = Site.Open();
        AuditEntry entry = await context.AuditEntries.SingleAsync(Token);
        Assert.Equal((AuditSubject.Stope, AuditAction.Imported, "tester"), (entry.Subject, entry.Action, entry.By));
        Assert.Equal(await context.Stopes.Select(stope => stope.Id).SingleAsync(Token), entry.SubjectId);
        Assert.Equal(["import", "rqd"], entry.Fields.Select(field => field.Name));
        Assert.Equal(report.BatchId!.Value.ToString(CultureInfo.InvariantCulture), entry.Fields[0].After);
        Assert.Equal("50", entry.Fields[1].After);
        Assert.NotNull(entry.Fields[1].Before);
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
        await using SentinelDbContext context = Site.Open();
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
        string rejects = Site.Folder.File("rejects.csv");
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
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(0, await context.Readings.CountAsync(Token));
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
        await using SentinelDbContext context = Site.Open();
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
        await using SentinelDbContext context = Site.Open();
        var mines = await context.Mines.OrderBy(mine => mine.Name).ToListAsync(Token);
        Assert.Equal([(Mine.DefaultName, false), ("Demo", true)], mines.Select(mine => (mine.Name, mine.IsSynthetic)));

        ImportReport mixed = await ImportAsync(
            ImportKind.Stopes,
            header + CsvText.StopeWith("stope_name", "S7") + ",Demo,False\n"
        );
        Assert.Equal("synthetic", Assert.Single(mixed.Problems).Column);
    }

    [Fact]
    public async Task Refused_rows_never_overwrite_the_file_they_came_from()
    {
        string path = Site.Folder.Write("own.csv", CsvText.Stopes(CsvText.StopeWith("rqd", "x")));
        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() =>
            Site.Get<MineImporter>()
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
}
