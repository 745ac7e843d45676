using System.Globalization;
using System.Runtime.CompilerServices;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Tests.Csv;

public sealed class DataDictionaryTests
{
    [Theory]
    [InlineData(ImportKind.Stopes)]
    [InlineData(ImportKind.Readings)]
    [InlineData(ImportKind.Events)]
    [InlineData(ImportKind.Outcomes)]
    [InlineData(ImportKind.CaseHistories)]
    public void The_dictionary_has_every_column_of_a_file_and_no_other(ImportKind kind)
    {
        CsvLayout layout = CsvLayout.Of(kind);
        Dictionary<string, string> rows = Rows(kind);
        Assert.Equal(layout.Columns.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            layout.Columns,
            column =>
                Assert.Contains(
                    layout.Required.Contains(column) ? "| yes |" : "| no |",
                    rows[column],
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Every_number_has_its_unit_and_range_in_the_dictionary()
    {
        AssertRanges(ImportKind.Stopes, SqliteSite.Rock.Quantities().Select(quantity => quantity.Range));
        AssertRanges(ImportKind.Readings, ReadingQuantities.All);
        AssertRanges(ImportKind.Events, [OperationalEvent.Charge, OperationalEvent.Distance]);
        AssertRanges(ImportKind.Outcomes, [Outcome.Elos]);
        AssertRanges(
            ImportKind.CaseHistories,
            [
                StopeQuantities.QPrime,
                StopeQuantities.HydraulicRadius,
                CaseHistory.StabilityNumber,
                CaseHistory.JointSets,
                CaseHistory.JointAlteration,
            ]
        );
    }

    [Fact]
    public void Every_category_is_in_the_dictionary()
    {
        Dictionary<string, string> rows = Rows(ImportKind.Stopes);
        Assert.Contains(
            string.Join(", ", CategoryName.All<CompassDirection>()),
            rows["direction"],
            StringComparison.Ordinal
        );
        Assert.Contains(string.Join(", ", CategoryName.All<RockType>()), rows["rock_type"], StringComparison.Ordinal);
        Assert.Contains(
            string.Join(", ", CategoryName.All<SupportType>()),
            rows["support_type"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            string.Join(", ", CategoryName.All<EventType>()),
            Rows(ImportKind.Events)["event_type"],
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains(
            string.Join(", ", CategoryName.All<OutcomeClass>()),
            Rows(ImportKind.Outcomes)["outcome"],
            StringComparison.OrdinalIgnoreCase
        );
    }

    private static void AssertRanges(ImportKind kind, IEnumerable<QuantityRange> ranges)
    {
        Dictionary<string, string> rows = Rows(kind);
        foreach (QuantityRange range in ranges)
        {
            string allowed = string.Create(
                CultureInfo.InvariantCulture,
                $"{(range.MinimumExcluded ? $"above {range.Minimum}, to" : $"{range.Minimum} to")} {range.Maximum}"
            );
            string unit = range.Unit.Length > 0 ? $" {range.Unit} " : " ";
            Assert.StartsWith($"| `{range.Name}` |{unit}| {allowed} |", rows[range.Name], StringComparison.Ordinal);
        }
    }

    private static string Heading(ImportKind kind)
    {
        string words = CategoryName.Of(kind);
        return words[0] + words[1..].ToLowerInvariant();
    }

    private static Dictionary<string, string> Rows(ImportKind kind, [CallerFilePath] string source = "")
    {
        DirectoryInfo? folder = new FileInfo(source).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeepmineSentinel.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadLines(Path.Combine(folder!.FullName, "docs", "data-dictionary.md"))
            .SkipWhile(line => line != $"## {Heading(kind)}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToDictionary(line => line.Split('`')[1]);
    }
}
