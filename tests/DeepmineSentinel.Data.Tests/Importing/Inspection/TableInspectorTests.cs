using System.Text;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Importing.Inspection;
using DeepmineSentinel.Data.Tests.Spreadsheets;

namespace DeepmineSentinel.Data.Tests.Importing.Inspection;

public sealed class TableInspectorTests
{
    [Fact]
    public void A_loggers_file_is_recognised_with_its_columns_units_commas_and_dates()
    {
        InspectedTable table = Inspect(
            "Logger;Stope ID;Date;PPV (in/s);Temp °F;stress_psi;RH\nA;S1;25/03/2024 10:00;0,4;70;100;0,8\nA;S1;26/03/2024 10:00;0,5;70;100;0,9\n"
        );
        Assert.Equal(ImportKind.Readings, table.Kind);
        Assert.Equal(
            (';', true, DateOrder.DayFirst),
            (table.Shape.Separator, table.Shape.DecimalComma, table.Shape.DateOrder)
        );
        Assert.Equal(
            [
                new ColumnSource("humidity", 6),
                new ColumnSource("stope_name", 1),
                new ColumnSource("stress", 5, "psi"),
                new ColumnSource("temperature", 4, "deg F"),
                new ColumnSource("timestamp", 2),
                new ColumnSource("vibration_velocity", 3, "in/s"),
            ],
            table.Shape.Columns!.OrderBy(source => source.Column)
        );
        Assert.Contains(table.Notes, note => note == "Not taken: Logger.");
        Assert.Equal(2, table.Rows.Count);
    }

    [Theory]
    [InlineData("03/04/2024,03/05/2024", "say which")]
    [InlineData("25/04/2024,04/25/2024", "a spreadsheet has read some of them the other way round")]
    public void Dates_that_do_not_tell_their_order_are_asked_about(string dates, string note)
    {
        string rows = string.Concat(dates.Split(',').Select(date => $"S1,{date},1\n"));
        InspectedTable table = Inspect("stope_name,timestamp,vibration_velocity\n" + rows);
        Assert.Equal(DateOrder.NotSaid, table.Shape.DateOrder);
        Assert.Contains(table.Notes, found => found.Contains(note, StringComparison.Ordinal));
    }

    [Fact]
    public void Percentages_that_look_like_fractions_are_asked_about()
    {
        InspectedTable table = Inspect("stope_name,timestamp,humidity\nS1,2024-01-01,0.4\nS1,2024-01-02,0.6\n");
        Assert.Contains(table.Notes, note => note.Contains("is it a fraction", StringComparison.Ordinal));
    }

    [Fact]
    public void The_products_own_files_are_taken_as_they_are()
    {
        foreach (ImportKind kind in Enum.GetValues<ImportKind>())
        {
            CsvLayout layout = CsvLayout.Of(kind);
            InspectedTable table = Inspect(string.Join(',', layout.Columns) + "\n");
            Assert.Equal(kind, table.Kind);
            Assert.Equal(
                layout.Columns.Select((column, position) => new ColumnSource(column, position)),
                table.Shape.Columns!.OrderBy(source => source.Position)
            );
            Assert.Empty(table.Notes);
        }
    }

    [Fact]
    public void A_workbook_shows_its_sheets_and_the_rows_of_the_one_that_is_asked_for()
    {
        byte[] bytes = XlsxBytes.Of(
            (
                "Cover",
                [
                    ["made by"],
                ]
            ),
            (
                "Readings",
                [
                    ["Stope", "Date", "PPV mm/s"],
                    ["S1", new DateTime(2024, 1, 2), 3.5],
                ]
            )
        );
        InspectedTable table = TableInspector.Inspect(new MemoryStream(bytes), "a.xlsx", null, "Readings");
        Assert.Equal(["Cover", "Readings"], table.Sheets);
        Assert.Equal(ImportKind.Readings, table.Kind);
        Assert.Equal(["S1", "2024-01-02", "3.5"], Assert.Single(table.Rows));
        Assert.Equal("mm/s", table.Shape.Columns!.Single(source => source.Column == "vibration_velocity").Unit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_file_that_cannot_be_read_says_why(string text)
    {
        InspectedTable table = Inspect(text);
        Assert.NotEmpty(table.Problems);
        Assert.Empty(table.Rows);
    }

    private static InspectedTable Inspect(string text) =>
        TableInspector.Inspect(new MemoryStream(Encoding.UTF8.GetBytes(text)), "file.csv");
}
