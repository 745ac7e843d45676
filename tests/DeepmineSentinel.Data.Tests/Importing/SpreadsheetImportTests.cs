using System.IO.Compression;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Importing.Inspection;
using DeepmineSentinel.Data.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Tests.Importing;

public sealed class SpreadsheetImportTests : ImportTest
{
    private static readonly object?[] Header = ["stope_name", "timestamp", "vibration_velocity", "humidity"];

    [Fact]
    public async Task A_workbook_brings_the_numbers_and_moments_that_it_shows()
    {
        await ImportStopeAsync();
        ImportReport report = await ImportWorkbookAsync(
            XlsxBytes.Of(
                Header,
                ["S1", new DateTime(2024, 1, 31, 13, 45, 0), 0.1 + 0.2, XlsxBytes.Percent(0.855)],
                [],
                ["S1", new DateTime(2024, 2, 1), null, 41],
                ["S1", "2024-02-02 06:00", 7, null]
            )
        );
        Assert.Empty(report.Problems);
        Assert.Equal((3, 3, true), (report.RowsRead, report.Added, report.Written));
        await using SentinelDbContext context = Site.Open();
        Reading[] stored = await context.Readings.OrderBy(reading => reading.Timestamp).ToArrayAsync(Token);
        Assert.Equal(new DateTime(2024, 1, 31, 13, 45, 0, DateTimeKind.Utc), stored[0].Timestamp);
        Assert.Equal((0.3, 85.5), (stored[0].VibrationVelocityMmPerSecond, stored[0].HumidityPercent));
        Assert.Equal(new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc), stored[1].Timestamp);
        Assert.Null(stored[1].VibrationVelocityMmPerSecond);
    }

    [Fact]
    public async Task Problems_name_the_row_of_the_sheet_and_nothing_is_written()
    {
        await ImportStopeAsync();
        ImportReport report = await ImportWorkbookAsync(
            XlsxBytes.Of(
                [],
                Header,
                ["S1", new DateTime(2024, 1, 1), 1, 40],
                ["S1", 45_292.5, "much", 40],
                ["S1", new DateTime(2024, 1, 2), null, XlsxBytes.Error("#REF!")]
            )
        );
        Assert.True(report.IsRefused);
        Assert.Equal(
            [(4, "timestamp"), (4, "vibration_velocity"), (5, "humidity")],
            report.Problems.Select(problem => (problem.Line, problem.Column))
        );
        Assert.Contains("as spreadsheets keep dates", report.Problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains("an error of the spreadsheet", report.Problems[2].Reason, StringComparison.Ordinal);
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(0, await context.Readings.CountAsync(Token));
    }

    [Fact]
    public async Task Dates_and_names_that_the_spreadsheet_has_mangled_are_refused()
    {
        await ImportStopeAsync();
        ImportReport mixed = await ImportWorkbookAsync(
            XlsxBytes.Of(Header, ["S1", new DateTime(2024, 4, 3), 1, 40], ["S1", "25/03/2024", 1, 40]),
            request => request with { Shape = new TableShape { DateOrder = DateOrder.DayFirst } }
        );
        Assert.Contains("mixes real dates", Assert.Single(mixed.Problems).Reason, StringComparison.Ordinal);
        ImportReport named = await ImportWorkbookAsync(
            XlsxBytes.Of(Header, [new DateTime(2024, 4, 3), new DateTime(2024, 4, 3), 1, 40])
        );
        RowProblem problem = Assert.Single(named.Problems);
        Assert.Equal((2, "stope_name"), (problem.Line, problem.Column));
        Assert.False(named.Written);
    }

    [Fact]
    public async Task The_sheet_that_is_asked_for_is_read_and_an_unknown_one_refused()
    {
        await ImportStopeAsync();
        byte[] bytes = XlsxBytes.Of(
            (
                "Notes",
                [
                    ["nothing here"],
                ]
            ),
            ("Data", [Header, ["S1", new DateTime(2024, 1, 1), 1, 40]])
        );
        ImportReport found = await ImportWorkbookAsync(
            bytes,
            request => request with { Shape = new TableShape { Sheet = "data" } }
        );
        Assert.Equal(1, found.Added);
        ImportReport unknown = await ImportWorkbookAsync(
            bytes,
            request => request with { Shape = new TableShape { Sheet = "Other" } }
        );
        Assert.Contains("no sheet of that name", Assert.Single(unknown.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_below_titles_is_found_and_problems_keep_the_lines_of_the_sheet()
    {
        await ImportStopeAsync();
        byte[] bytes = XlsxBytes.Of(
            ["Monitoring of the south block"],
            ["Depth", "made by", "the contractor"],
            [],
            ["Stope ID", "Date", "PPV (in/s)", "RH"],
            ["S1", new DateTime(2024, 1, 1), 1, 40],
            ["S1", new DateTime(2024, 1, 2), "much", 40]
        );
        InspectedTable table = TableInspector.Inspect(new MemoryStream(bytes), "titles.xlsx");
        Assert.Equal((ImportKind.Readings, 4), (table.Kind, table.Shape.HeaderLine));
        Assert.Equal(["Stope ID", "Date", "PPV (in/s)", "RH"], table.Header);
        ImportReport report = await ImportWorkbookAsync(
            bytes,
            request => request with { Shape = table.Shape, AcceptValid = true }
        );
        Assert.Equal((1, 6), (report.Added, Assert.Single(report.Problems).Line));
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(25.4, (await context.Readings.SingleAsync(Token)).VibrationVelocityMmPerSecond);
    }

    [Theory]
    [InlineData("Date;Stope ID;PPV (in/s)\n2024-01-01;S1;1\n", null, ';')]
    [InlineData("Logger 7, south\n\nDate;Stope ID;PPV (in/s)\n2024-01-01;S1;1\n", 3, ';')]
    [InlineData("Logger 7\r\nDate\tStope ID\tRH\r\n2024-01-01\tS1\t40\r\n", 2, '\t')]
    [InlineData("a,b,c\n1,2,3\n", null, ',')]
    public void The_header_of_a_text_is_looked_for_below_its_titles_with_what_parts_its_columns(
        string text,
        int? line,
        char separator
    )
    {
        using MemoryStream content = new(System.Text.Encoding.UTF8.GetBytes(text));
        InspectedTable table = TableInspector.Inspect(content, "titles.csv");
        Assert.Equal((line, separator), (table.Shape.HeaderLine, table.Shape.Separator));
        Assert.Equal(3, table.Header.Count);
        Assert.Single(table.Rows);
    }

    [Fact]
    public void A_sheet_that_begins_with_its_header_is_taken_as_it_is()
    {
        byte[] bytes = XlsxBytes.Of(Header, ["S1", new DateTime(2024, 1, 1), 1, 40], ["depth", "rqd", "dip", "hr"]);
        Assert.Null(TableInspector.Inspect(new MemoryStream(bytes), "plain.xlsx").Shape.HeaderLine);
    }

    [Fact]
    public async Task Damaged_workbooks_other_zip_files_and_bombs_are_refused_in_words()
    {
        byte[] good = XlsxBytes.Of(Header, ["S1", new DateTime(2024, 1, 1), 1, 40]);
        Assert.Contains("no whole XLSX", await ReasonAsync(good[..^100]), StringComparison.Ordinal);
        Assert.Contains("no whole XLSX", await ReasonAsync(XlsxBytes.Zip([("a.txt", "b")])), StringComparison.Ordinal);
        Assert.Contains("unpacks to more than", await ReasonAsync(Bomb()), StringComparison.Ordinal);
        Assert.Contains(
            "old spreadsheet",
            await ReasonAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]),
            StringComparison.Ordinal
        );
        string doctype = "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>";
        Assert.Contains(
            "no whole XLSX",
            await ReasonAsync(XlsxBytes.Zip([("xl/workbook.xml", doctype)])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Workbooks_with_any_byte_changed_never_bring_the_import_down()
    {
        await ImportStopeAsync();
        byte[] good = XlsxBytes.Of(Header, ["S1", new DateTime(2024, 1, 1), 1, 40]);
        Random random = new(5);
        for (int attempt = 0; attempt < 200; attempt++)
        {
            byte[] bytes = [.. good];
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            ImportReport report = await ImportWorkbookAsync(bytes, request => request with { DryRun = true });
            Assert.False(report.Written);
        }
    }

    private async Task<string> ReasonAsync(byte[] bytes)
    {
        ImportReport report = await ImportWorkbookAsync(bytes);
        Assert.False(report.Written);
        return Assert.Single(report.Problems).Reason;
    }

    private Task<ImportReport> ImportWorkbookAsync(byte[] bytes, Func<ImportRequest, ImportRequest>? change = null)
    {
        ImportRequest request = new()
        {
            Kind = ImportKind.Readings,
            Content = new MemoryStream(bytes),
            FileName = "readings.xlsx",
            By = "tester",
        };
        return Site.Get<MineImporter>().ImportAsync(change?.Invoke(request) ?? request, null, Token);
    }

    private static byte[] Bomb()
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml");
            using Stream part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 600; megabyte++)
            {
                part.Write(zeros);
            }
        }

        return bytes.ToArray();
    }
}
