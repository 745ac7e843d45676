using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Data.Importing;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Tests.Importing;

public sealed class CaseHistoryImportTests : ImportTest
{
    // As published: blanks at the ends of headers and cells, apostrophes, a quoted place with a comma, empty ratings.
    private const string Published =
        "Location,Surface ,RQD,Jn ,Jr,\"Ja \",\"Q'\",A,B,C,N' ,HR,State\r\n"
        + "\"Mathews - CSA Mine, Cobar\",Back,95,3,2,0.75,84.4444444444,0.5,1,2,84.4444444444,2.7,Stable \r\n"
        + "Potvin,HW,,17,,2,34,0.1,1,4,13.6,6.5,Unstable\r\n"
        + "Potvin,HW,,17,,2,34,0.1,1,4,13.6,6.5,Stable\r\n"
        + "3440-36,North (Upper),80,3,1,2,15,1,0.2,5,15,5.2, failure\r\n";

    [Fact]
    public async Task Published_cases_are_taken_with_their_traps_and_what_is_odd_is_said()
    {
        ImportReport report = await ImportAsync(ImportKind.CaseHistories, Published);

        Assert.Empty(report.Problems);
        Assert.Equal((4, 4), (report.RowsRead, report.Added));
        CaseHistory[] cases = [.. (await Site.Get<CaseHistoryStore>().ReadAsync(Token)).Cases];
        Assert.Equal(["Mathews", "Potvin", "Potvin", "Cannington"], cases.Select(c => c.Source));
        Assert.Equal(
            [SurfaceKind.Back, SurfaceKind.Hangingwall, SurfaceKind.Hangingwall, SurfaceKind.Wall],
            cases.Select(c => c.Kind)
        );
        Assert.Equal(
            [OutcomeClass.Stable, OutcomeClass.Unstable, OutcomeClass.Stable, OutcomeClass.Failure],
            cases.Select(c => c.State)
        );
        Assert.Null(cases[1].RqdPercent);
        Assert.Equal([false, true, true, false], cases.Select(c => c.GivesQuotients));
        Assert.Contains(
            report.Remarks,
            r => r.Contains("equal inputs have different states", StringComparison.Ordinal)
        );
        Assert.Contains(report.Remarks, r => r.Contains("quotients", StringComparison.Ordinal));
        Assert.Contains(report.Remarks, r => r.StartsWith("1 row (line 5): Q' differs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_N_prime_that_is_not_the_product_of_its_factors_is_kept_and_remarked()
    {
        ImportReport report = await ImportAsync(
            ImportKind.CaseHistories,
            "location,q_prime,A,B,C,hr,state,n_prime\nHere,10,1,0.5,4,5,stable,25\nHere,10,1,0.5,4,6,stable,\n"
        );
        Assert.Contains(
            report.Remarks,
            r => r.StartsWith("1 row (line 2): N' differs from Q'ABC", StringComparison.Ordinal)
        );
        Assert.Equal([25, 20], (await Site.Get<CaseHistoryStore>().ReadAsync(Token)).Cases.Select(c => c.NPrime));
    }

    [Theory]
    [InlineData("Here,10,1,0.5,4,-5,stable,20", "hr")]
    [InlineData("Here,10,1,0.5,4,5,stable,0", "n_prime")]
    [InlineData("Here,10,1,0.5,4,5,caved,20", "state")]
    [InlineData("Here,10,1,0.5,4,5,,20", "state")]
    [InlineData("Here,,1,0.5,4,5,stable,20", "q_prime")]
    [InlineData("Here,10,1.5,0.5,4,5,stable,20", "A")]
    [InlineData(",10,1,0.5,4,5,stable,20", "location")]
    public async Task A_bad_cell_is_named_and_nothing_is_stored(string row, string column)
    {
        string good = "There,10,1,0.5,4,5,stable,20";
        ImportReport report = await ImportAsync(
            ImportKind.CaseHistories,
            $"location,q_prime,A,B,C,hr,state,n_prime\n{good}\n{row}\n"
        );
        RowProblem problem = Assert.Single(report.Problems);
        Assert.Equal((3, column), (problem.Line, problem.Column));
        Assert.False(report.Written);
        Assert.Empty((await Site.Get<CaseHistoryStore>().ReadAsync(Token)).Cases);
    }

    [Fact]
    public async Task A_file_imported_twice_counts_once_although_its_own_equal_rows_are_kept()
    {
        string twice = "location,q_prime,A,B,C,hr,state\nHere,10,1,0.5,4,5,stable\nHere,10,1,0.5,4,5,stable\n";
        Assert.Equal(2, (await ImportAsync(ImportKind.CaseHistories, twice)).Added);
        ImportReport again = await ImportAsync(ImportKind.CaseHistories, twice);
        Assert.Equal((true, 2), (again.IsRefused, again.TotalProblems));
        ImportReport updated = await ImportAsync(ImportKind.CaseHistories, twice, r => r with { Update = true });
        Assert.Equal((0, 0), (updated.Added, updated.TotalProblems));
        Assert.Equal(2, (await Site.Get<CaseHistoryStore>().ReadAsync(Token)).Cases.Count);
    }

    [Fact]
    public async Task What_is_exported_reads_back_as_the_same_cases()
    {
        await ImportAsync(ImportKind.CaseHistories, Published);
        using MemoryStream exported = new();
        await Site.Get<MineExporter>().ExportAsync(ImportKind.CaseHistories, null, exported, Token);
        string path = Site.Folder.Write("again.csv", Encoding.UTF8.GetString(exported.ToArray()));

        CaseHistorySet read = Site.Get<CaseHistoryCsvReader>().Read(path, Token);

        CaseHistorySet stored = await Site.Get<CaseHistoryStore>().ReadAsync(Token);
        Assert.Equal(stored.Cases.Select(c => c with { Id = 0, ImportBatchId = null }), read.Cases);
        Assert.Equal(stored.Sha256, read.Sha256);
    }

    [Fact]
    public async Task The_import_is_on_record_without_a_mine()
    {
        ImportReport report = await ImportAsync(ImportKind.CaseHistories, Published);
        await using var context = Site.Open();
        ImportBatch batch = await context.ImportBatches.SingleAsync(Token);
        Assert.Equal(report.BatchId, batch.Id);
        Assert.Null(batch.MineId);
        Assert.Equal(4, batch.Added);
        Assert.True(await context.CaseHistories.AllAsync(c => c.ImportBatchId == batch.Id, Token));
    }

    [Fact]
    public void All_316_published_cases_are_read()
    {
        CaseHistorySet read = Site.Get<CaseHistoryCsvReader>().Read(SharedData.CaseHistories(), Token);
        Assert.Equal(
            [("Cannington", 104), ("Mathews", 25), ("Nickson", 13), ("Potvin", 174)],
            read.Cases.GroupBy(c => c.Source).Select(g => (g.Key, g.Count())).Order()
        );
        Assert.Equal([184, 69, 63], Enum.GetValues<OutcomeClass>().Select(s => read.Cases.Count(c => c.State == s)));
        Assert.Equal(191, read.Cases.Count(c => c.RqdPercent is null));
        Assert.Equal(187, read.Cases.Count(c => c.GivesQuotients));
        Assert.Contains(read.Remarks, r => r.StartsWith("4 rows", StringComparison.Ordinal));
        Assert.DoesNotContain(read.Cases, c => c.Kind == SurfaceKind.Unknown);
        Assert.All(read.Cases, c => Assert.True(c.IsNPrimeConsistent));
    }
}
