using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Data.Tests.Csv;

public sealed class MineCsvReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void The_reference_mine_is_read_as_it_is()
    {
        MineFiles files = new(
            SharedData.ReferenceMine("stope_static_features.csv"),
            SharedData.ReferenceMine("stope_timeseries.csv")
        );
        MineDataset mine = Read(files);
        Assert.Equal(50, mine.Stopes.Count);
        Assert.Equal(37, mine.Stopes.Count(stope => stope.UndatedStability == true));
        Assert.Equal(13, mine.Stopes.Count(stope => stope.UndatedStability == false));
        Assert.All(mine.Stopes, stope => Assert.Equal(90, stope.Readings.Count));
        Assert.Equal("Stope_001", mine.Stopes[0].Name);
        Assert.Equal(238.01, mine.Stopes[0].Properties.DepthMetres);
        Assert.Equal(1.81, mine.Stopes[0].Readings[0].VibrationVelocityMmPerSecond);
        Assert.Equal(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), mine.Stopes[0].Readings[0].Timestamp);
        Assert.Equal(64, mine.ContentHash.Length);
    }

    [Fact]
    public void The_edge_cases_and_the_five_sample_stopes_are_read_as_they_are()
    {
        MineFiles edges = new(
            SharedData.ReferenceMine("edge_cases_static.csv"),
            SharedData.ReferenceMine("edge_cases_timeseries.csv")
        );
        Assert.All(Read(edges).Stopes, stope => Assert.Equal(10, stope.Readings.Count));

        MineDataset samples = Read(new MineFiles(SharedData.ReferenceMine("sample_stopes.csv")));
        Assert.Equal(5, samples.Stopes.Count);
        Assert.All(samples.Stopes, stope => Assert.Null(stope.UndatedStability));
        StopeHistory bare = Assert.Single(samples.Stopes, stope => stope.Properties.SupportType == SupportType.None);
        Assert.False(bare.Properties.SupportInstalled);
    }

    [Theory]
    [InlineData("rqd", "101", "must be at least 0 and at most 100 %")]
    [InlineData("rqd", "", "must not be empty")]
    [InlineData("rqd", "high", "must be a number")]
    [InlineData("rqd", "NaN", "finite")]
    [InlineData("rqd", "Infinity", "finite")]
    [InlineData("rqd", "1e999", "finite")]
    [InlineData("rqd", "\"75,5\"", "decimal point")]
    [InlineData("rqd", "75%", "must be a number")]
    [InlineData("depth", "-1", "must be at least 0")]
    [InlineData("dip", "95", "at most 90 degrees")]
    [InlineData("hr", "0", "must be above 0")]
    [InlineData("direction", "Up", "must be one of: North, Northeast")]
    [InlineData("rock_type", "3", "must be one of: Granite")]
    [InlineData("support_type", "Bolts", "Rock Bolts")]
    [InlineData("support_type", "None", "must be 0 where support_type is None")]
    [InlineData("support_installed", "maybe", "must be True, False, 1, 0, yes or no")]
    [InlineData("stope_name", "", "must not be empty")]
    public void A_bad_cell_is_named_by_file_line_column_and_reason(string column, string cell, string reason)
    {
        InputRejectedException refused = Refused(CsvText.Stopes(CsvText.GoodStope, CsvText.StopeWith(column, cell)));
        RowProblem problem = Assert.Single(refused.Problems);
        Assert.Equal("stopes.csv", problem.File);
        Assert.Equal(3, problem.Line);
        Assert.Equal(column == "support_type" && cell == "None" ? "support_density" : column, problem.Column);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_never_quote_what_stands_in_the_file()
    {
        InputRejectedException refused = Refused(CsvText.Stopes(CsvText.StopeWith("rqd", "secret")));
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal("text", refused.Problems[0].ValueKind);
    }

    [Fact]
    public void Every_problem_is_told_at_once_and_only_a_thousand_are_shown()
    {
        string[] rows =
        [
            .. Enumerable
                .Range(0, 600)
                .Select(number => CsvText.StopeWith("rqd", "x").Replace("S1,", $"S{number},").Replace("North", "Up")),
        ];
        InputRejectedException refused = Refused(CsvText.Stopes(rows));
        Assert.Equal(1_200, refused.Total);
        Assert.Equal(1_000, refused.Problems.Count);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n", "is empty")]
    [InlineData("stope_name;rqd;hr\n", "commas")]
    [InlineData("{0},colour\n", "unknown name")]
    [InlineData("{0},rdq\n", "did you mean rqd?")]
    [InlineData("{0},rqd\n", "twice")]
    [InlineData("stope_name,rqd\n", "is missing")]
    public void A_header_that_cannot_be_used_is_refused(string text, string reason)
    {
        InputRejectedException refused = Refused(text.Replace("{0}", CsvText.StopeHeader, StringComparison.Ordinal));
        Assert.Contains(refused.Problems, problem => problem.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_header_alone_is_a_mine_without_stopes() => Assert.Empty(Read(CsvText.Stopes()).Stopes);

    [Fact]
    public void Byte_order_mark_quotes_case_blanks_and_carriage_returns_do_no_harm()
    {
        string header = CsvText.StopeHeader.ToUpperInvariant().Replace(",", " , ", StringComparison.Ordinal);
        string text =
            "\uFEFF" + header + "\r\n\r\n\"A \"\"B\"\", C\", 75.5 ,6.2,450,65,north,5.5,GRANITE,rock bolts,0.8,yes\r\n";
        StopeHistory stope = Assert.Single(Read(text).Stopes);
        Assert.Equal("A \"B\", C", stope.Name);
        Assert.True(stope.Properties.SupportInstalled);
        Assert.Equal(RockType.Granite, stope.Properties.RockType);
    }

    [Theory]
    [InlineData("\"S1,75.5\n", "quotes")]
    [InlineData("S\"1,75.5\n", "quotes")]
    [InlineData("S1,75.5\n", "has 2 fields where the header has 11")]
    public void A_row_of_the_wrong_form_is_refused(string row, string reason)
    {
        RowProblem problem = Assert.Single(Refused(CsvText.StopeHeader + "\n" + row).Problems);
        Assert.Equal(2, problem.Line);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF_16_spreadsheets_and_NUL_bytes_are_refused_in_words()
    {
        string text = CsvText.Stopes(CsvText.GoodStope);
        Assert.Contains(
            "UTF-16",
            RefusedBytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]),
            StringComparison.Ordinal
        );
        Assert.Contains("NUL", RefusedBytes(Encoding.Unicode.GetBytes(text)), StringComparison.Ordinal);
        Assert.Contains("NUL", RefusedBytes(Encoding.UTF8.GetBytes(text + "\0")), StringComparison.Ordinal);
        Assert.Contains("spreadsheet", RefusedBytes([0x50, 0x4B, 3, 4, 0, 0]), StringComparison.Ordinal);
        Assert.Contains(
            "UTF-8",
            RefusedBytes(Encoding.Latin1.GetBytes(text.Replace("S1", "Süd"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_missing_file_is_a_problem_of_that_file()
    {
        InputRejectedException refused = Assert.Throws<InputRejectedException>(() =>
            Read(new MineFiles(folder.File("absent.csv")))
        );
        Assert.Equal("absent.csv: does not exist", refused.Problems[0].ToString());
    }

    [Fact]
    public void Stopes_and_readings_that_come_twice_or_belong_to_nobody_are_refused()
    {
        MineFiles files = new(
            folder.Write("stopes.csv", CsvText.Stopes(CsvText.GoodStope, CsvText.StopeWith("stope_name", "s1"))),
            folder.Write(
                "readings.csv",
                CsvText.Readings("S1,2024-01-01,1,,,,", "S1,2024-01-01T00:00:00Z,2,,,,", "S9,2024-01-01,1,,,,")
            )
        );
        InputRejectedException refused = Assert.Throws<InputRejectedException>(() => Read(files));
        Assert.Equal(
            [("stopes.csv", 3), ("readings.csv", 3), ("readings.csv", 4)],
            refused.Problems.Select(problem => (problem.File, problem.Line))
        );
    }

    [Fact]
    public void What_is_written_is_read_back_to_the_bit()
    {
        MineDataset written = new(Samples.Mine(), "");
        MineFiles files = MineFiles.In(folder.Path);
        MineCsvWriter.Write(written, files);
        MineDataset read = Read(files);
        Assert.Equivalent(written.Stopes, read.Stopes, strict: true);
        Assert.Equal(Samples.Awkward, read.Stopes[0].Readings[0].StressMegapascals);

        string first = read.ContentHash;
        MineCsvWriter.Write(read, files);
        Assert.Equal(first, Read(files).ContentHash);
    }

    public void Dispose() => folder.Dispose();

    private MineDataset Read(string stopes) => Read(new MineFiles(folder.Write("stopes.csv", stopes)));

    private static MineDataset Read(MineFiles files) =>
        new MineCsvReader(new FixedClock(SqliteSite.Now)).Read(
            files,
            new MineReadOptions(),
            TestContext.Current.CancellationToken
        );

    private InputRejectedException Refused(string stopes) => Assert.Throws<InputRejectedException>(() => Read(stopes));

    private string RefusedBytes(byte[] bytes)
    {
        File.WriteAllBytes(folder.File("bytes.csv"), bytes);
        InputRejectedException refused = Assert.Throws<InputRejectedException>(() =>
            Read(new MineFiles(folder.File("bytes.csv")))
        );
        return refused.Problems[0].Reason;
    }
}
