using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Importing.Undoing;
using DeepmineSentinel.Data.Tests.Csv;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Tests.Importing.Undoing;

public sealed class ImportUndoTests : ImportTest
{
    private const string Later = "S1,2024-01-01,2,,,,";

    [Fact]
    public async Task Undoing_readings_removes_what_was_added_restores_what_was_changed_and_renews_the_summaries()
    {
        await ImportStopeAsync();
        await ReadingsAsync("S1,2024-01-01,1,,,,", "S1,2024-01-02,7,,3,,");
        string before = await StateAsync();
        ImportReport update = await ReadingsAsync("S1,2024-01-01,9,4,,,", "S1,2024-01-02,8,,,,", "S1,2024-01-03,5,,,,");
        Assert.Equal((1, 2), (update.Added, update.Updated));
        Assert.NotEqual(before, await StateAsync());

        UndoReport undone = await UndoAsync(update);
        Assert.Equal((1, 2), (undone.Removed, undone.Restored));
        Assert.Equal(("tester 2", SqliteSite.Now), (undone.Batch.UndoneBy, undone.Batch.UndoneAt));
        Assert.Equal(before, await StateAsync());
        await using SentinelDbContext context = Site.Open();
        Assert.Empty(await context.ReplacedReadings.ToListAsync(Token));
    }

    [Fact]
    public async Task Readings_that_a_later_import_changed_are_refused_until_that_one_is_undone()
    {
        await ImportStopeAsync();
        ImportReport first = await ReadingsAsync("S1,2024-01-01,1,,,,", "S1,2024-01-02,1,,,,");
        ImportReport second = await ReadingsAsync(Later);
        string before = await StateAsync();
        SentinelException refused = await RefusedAsync(first, "import_changed_since");
        Assert.Contains($"undo these first: {second.BatchId}.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());

        await UndoAsync(second);
        await UndoAsync(first);
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(
            (0, 0),
            (await context.Readings.CountAsync(Token), await context.ReadingSummaries.CountAsync(Token))
        );
    }

    [Fact]
    public async Task An_import_is_undone_once_and_an_unknown_one_not_at_all()
    {
        await ImportStopeAsync();
        ImportReport readings = await ReadingsAsync(Later);
        await UndoAsync(readings);
        SentinelException again = await RefusedAsync(readings, "import_undone_already");
        Assert.Contains("by tester 2 on 2026-03-01 12:00 UTC", again.Message, StringComparison.Ordinal);
        await RefusedAsync(readings with { BatchId = 4711 }, "import_not_found");

        // What was undone can come again.
        Assert.Equal(1, (await ReadingsAsync(Later)).Added);
    }

    [Fact]
    public async Task Undoing_stopes_brings_back_their_properties_and_takes_new_ones_and_their_empty_mine_away()
    {
        await ImportAsync(ImportKind.Stopes, CsvText.StopeHeader + ",Jn,stability\n" + CsvText.GoodStope + ",9,0\n");
        string before = await StateAsync();
        ImportReport update = await ImportAsync(
            ImportKind.Stopes,
            CsvText.StopeHeader
                + ",mine\n"
                + CsvText.StopeWith("rqd", "50")
                + ",\n"
                + CsvText.GoodStope
                + ",New mine\n",
            request => request with { Update = true }
        );
        Assert.Equal((1, 1), (update.Added, update.Updated));
        UndoReport undone = await UndoAsync(update);
        Assert.Equal((1, 1), (undone.Removed, undone.Restored));
        Assert.Equal("Default mine, New mine", undone.Batch.MineNames);
        Assert.Equal(before, await StateAsync());

        await using SentinelDbContext context = Site.Open();
        Assert.Equal([Mine.DefaultName], await context.Mines.Select(mine => mine.Name).ToListAsync(Token));

        // Whoever has the form of the stope open has to notice.
        Assert.True((await context.Stopes.SingleAsync(Token)).Revision > 2);
    }

    [Fact]
    public async Task Stopes_that_have_readings_or_were_edited_since_are_refused_by_name()
    {
        ImportReport stopes = await ImportStopeAsync();
        ImportReport readings = await ReadingsAsync(Later);
        string before = await StateAsync();
        SentinelException used = await RefusedAsync(stopes, "import_in_use");
        Assert.Contains("there are readings, events or outcomes of stope S1", used.Message, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
        await UndoAsync(readings);

        await using (SentinelDbContext context = Site.Open())
        {
            Stope stope = await context.Stopes.SingleAsync(Token);
            stope.Rename("Other", SqliteSite.Now.AddMinutes(1));
            await context.SaveChangesAsync(Token);
        }

        await RefusedAsync(stopes, "import_changed_since");
    }

    [Fact]
    public async Task Undoing_events_and_outcomes_brings_back_what_they_replaced_with_its_reviews()
    {
        await ImportStopeAsync();
        const string Events = "stope_name,timestamp,event_type,charge_kg,notes\nS1,2024-01-01,blast,100,first\n";
        const string Outcomes = "stope_name,observed_at,outcome,elos_m\nS1,2024-02-01,Unstable,0.8\n";
        await ImportAsync(ImportKind.Events, Events);
        await ImportAsync(ImportKind.Outcomes, Outcomes);
        await ReviewAsync();
        string before = await StateAsync();
        ImportReport events = await UpdateAsync(
            ImportKind.Events,
            Events.Replace("first", "second", StringComparison.Ordinal)
        );
        ImportReport outcomes = await UpdateAsync(
            ImportKind.Outcomes,
            Outcomes.Replace("Unstable", "failure", StringComparison.Ordinal) + "S1,2024-02-02,failure,\n"
        );
        Assert.NotEqual(before, await StateAsync());
        Assert.Equal((0, 1), Counts(await UndoAsync(events)));
        Assert.Equal((1, 1), Counts(await UndoAsync(outcomes)));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Outcomes_that_were_reviewed_since_stay()
    {
        await ImportStopeAsync();
        ImportReport outcomes = await ImportAsync(
            ImportKind.Outcomes,
            "stope_name,observed_at,outcome\nS1,2024-02-01,Unstable\n"
        );
        await ReviewAsync();
        await RefusedAsync(outcomes, "import_reviewed");
    }

    [Fact]
    public async Task Case_histories_are_taken_back()
    {
        ImportReport cases = await ImportAsync(
            ImportKind.CaseHistories,
            "Location,Surface,RQD,Jn,Jr,Ja,Q',A,B,C,N',HR,State\nPotvin,HW,,17,,2,34,0.1,1,4,13.6,6.5,Unstable\n"
        );
        Assert.True(cases.Written, string.Join(' ', cases.Problems));
        Assert.Equal((1, 0), Counts(await UndoAsync(cases)));
        await using SentinelDbContext context = Site.Open();
        Assert.Empty(await context.CaseHistories.ToListAsync(Token));
    }

    [Fact]
    public async Task Changes_of_imports_from_before_values_were_kept_are_refused()
    {
        await ImportStopeAsync();
        await ReadingsAsync(Later);
        ImportReport update = await ReadingsAsync("S1,2024-01-01,3,,,,");
        await using (SentinelDbContext context = Site.Open())
        {
            await context.ReplacedReadings.ExecuteDeleteAsync(Token);
            await context.ImportBatches.ExecuteUpdateAsync(set => set.SetProperty(b => b.KeepsReplaced, false), Token);
        }

        await RefusedAsync(update, "import_before_not_kept");
    }

    [Fact]
    public async Task Stopes_that_people_keep_notes_on_stay()
    {
        ImportReport stopes = await ImportStopeAsync();
        await using (SentinelDbContext context = Site.Open())
        {
            int stope = await context.Stopes.Select(row => row.Id).SingleAsync(Token);
            context.StopeNotes.Add(
                new StopeNote(stope, "Loose rock.", "tester", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))
            );
            await context.SaveChangesAsync(Token);
        }

        await RefusedAsync(stopes, "import_answered");
        await using SentinelDbContext after = Site.Open();
        Assert.Equal(1, await after.StopeNotes.CountAsync(Token));
    }

    [Fact]
    public async Task Stopes_tell_what_an_undo_put_back_and_their_lines_go_with_them()
    {
        ImportReport stopes = await ImportStopeAsync();
        ImportReport update = await UpdateAsync(ImportKind.Stopes, CsvText.Stopes(CsvText.StopeWith("rqd", "50")));
        await UndoAsync(update);
        await using (SentinelDbContext context = Site.Open())
        {
            AuditEntry told = await context.AuditEntries.OrderBy(line => line.Id).LastAsync(Token);
            Assert.Equal((AuditAction.ImportUndone, "tester 2"), (told.Action, told.By));
            Assert.Contains(new AuditField("rqd", "50", "75.5"), told.Fields);
        }

        await UndoAsync(stopes);
        await using SentinelDbContext after = Site.Open();
        Assert.Empty(await after.AuditEntries.ToListAsync(Token));
    }

    [Fact]
    public async Task A_mine_that_somebody_edited_stays_when_its_import_is_undone()
    {
        ImportReport stopes = await ImportAsync(
            ImportKind.Stopes,
            CsvText.StopeHeader + ",mine\n" + CsvText.GoodStope + ",Mine of the file\n"
        );
        await using (SentinelDbContext context = Site.Open())
        {
            context.Add(
                new AuditEntry
                {
                    Subject = AuditSubject.Mine,
                    SubjectId = await context
                        .Mines.Where(mine => mine.Name == "Mine of the file")
                        .Select(mine => mine.Id)
                        .SingleAsync(Token),
                    Action = AuditAction.Edited,
                    At = SqliteSite.Now,
                    By = "tester",
                }
            );
            await context.SaveChangesAsync(Token);
        }

        Assert.Equal((1, 0), Counts(await UndoAsync(stopes)));
        await using SentinelDbContext after = Site.Open();
        Assert.Equal(1, await after.Mines.CountAsync(mine => mine.Name == "Mine of the file", Token));
    }

    [Fact]
    public async Task An_undo_that_cannot_be_finished_leaves_everything_as_it_was()
    {
        await ImportStopeAsync();
        await ReadingsAsync("S1,2024-01-01,1,,,,");
        ImportReport update = await ReadingsAsync("S1,2024-01-01,9,,,,", "S1,2024-01-02,8,,,,");
        string before = await StateAsync();
        await using (SentinelDbContext context = Site.Open())
        {
            // Stands for a disk that fails at the last of the statements.
            await context.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER Full BEFORE DELETE ON ReplacedReadings BEGIN SELECT RAISE(ABORT, 'full'); END",
                Token
            );
        }

        await Assert.ThrowsAnyAsync<Exception>(() => UndoAsync(update));
        Assert.Equal(before, await StateAsync());
        await using SentinelDbContext after = Site.Open();
        Assert.Null((await after.ImportBatches.SingleAsync(batch => batch.Id == update.BatchId, Token)).UndoneAt);
        await after.Database.ExecuteSqlRawAsync("DROP TRIGGER Full", Token);
        await UndoAsync(update);
    }

    private static (int, int) Counts(UndoReport report) => (report.Removed, report.Restored);

    private Task<UndoReport> UndoAsync(ImportReport report) =>
        Site.Get<ImportUndo>().UndoAsync(report.BatchId!.Value, "tester 2", null, Token);

    private async Task<SentinelException> RefusedAsync(ImportReport report, string code)
    {
        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() => UndoAsync(report));
        Assert.Equal(code, refused.Code);
        return refused;
    }

    private Task<ImportReport> ReadingsAsync(params string[] rows) =>
        UpdateAsync(ImportKind.Readings, CsvText.Readings(rows));

    private async Task<ImportReport> UpdateAsync(ImportKind kind, string text)
    {
        ImportReport report = await ImportAsync(kind, text, request => request with { Update = true });
        Assert.True(report.Written, string.Join(' ', report.Problems));
        return report;
    }

    private async Task ReviewAsync()
    {
        await using SentinelDbContext context = Site.Open();
        context.Add(
            new OutcomeReview
            {
                OutcomeId = (await context.Outcomes.SingleAsync(Token)).Id,
                Accepted = true,
                Comment = "Seen.",
                By = "reviewer",
                At = SqliteSite.Now,
            }
        );
        await context.SaveChangesAsync(Token);
    }

    // Everything that an import writes, keys that the database gives apart.
    private async Task<string> StateAsync()
    {
        await using SentinelDbContext context = Site.Open();
        List<Stope> stopes = await context.Stopes.OrderBy(stope => stope.Id).ToListAsync(Token);
        List<Reading> readings = await context
            .Readings.OrderBy(row => row.StopeId)
            .ThenBy(row => row.Timestamp)
            .ToListAsync(Token);
        List<ReadingSummary> summaries = await context
            .ReadingSummaries.OrderBy(row => row.Start)
            .ThenBy(row => row.Hours)
            .ToListAsync(Token);
        List<OperationalEvent> events = await context.Events.OrderBy(row => row.Timestamp).ToListAsync(Token);
        List<Outcome> outcomes = await context.Outcomes.OrderBy(row => row.ObservedAt).ToListAsync(Token);
        List<OutcomeReview> reviews = await context.OutcomeReviews.OrderBy(row => row.At).ToListAsync(Token);
        return string.Join(
            '\n',
            [
                .. stopes.Select(s =>
                    $"{s.Name} {s.Properties} {s.UndatedStability} {s.ImportBatchId} {s.UpdatedAt:O}"
                ),
                .. readings.Select(row => $"{row}"),
                .. summaries.Select(row => $"{row}"),
                .. events.Select(row => $"{row with { Id = 0 }}"),
                .. outcomes.Select(row => $"{row with { Id = 0 }}"),
                .. reviews.Select(row => $"{row with { Id = 0, OutcomeId = 0 }}"),
            ]
        );
    }
}
