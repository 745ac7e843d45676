using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing.Inspection;

/// <summary>The first rows of a file and what they tell of how it is written.</summary>
internal sealed class TableSample(
    IReadOnlyList<string> header,
    IReadOnlyList<string[]> rows,
    IReadOnlyList<ColumnSource> columns
)
{
    private const int MonthsOfAYear = 12;

    /// <summary>Columns that are percentages, and look like fractions where none is above one.</summary>
    private static readonly string[] Percentages = [StopeQuantities.Rqd.Name, ReadingQuantities.Humidity.Name];

    public IReadOnlyList<ColumnSource> Columns => columns;

    /// <summary>The order that some date of the sample proves; not said where none does or they contradict each other.</summary>
    public DateOrder DateOrder() =>
        (Above(first: true), Above(first: false)) switch
        {
            (true, false) => Csv.DateOrder.DayFirst,
            (false, true) => Csv.DateOrder.MonthFirst,
            _ => Csv.DateOrder.NotSaid,
        };

    public bool HasDecimalCommas() =>
        columns
            .Where(source => UnitConversions.IsQuantity(source.Column))
            .SelectMany(Cells)
            .Any(cell => cell.Contains(',', StringComparison.Ordinal));

    public IEnumerable<string> Notes()
    {
        if (SlashDates().Any() && DateOrder() == Csv.DateOrder.NotSaid)
        {
            yield return Above(first: true)
                ? "Some dates have their day first and some their month: a spreadsheet has read some of them the other way round. Import the file that it was made from."
                : "Dates like 03/04/2026 may mean 3 April or 4 March: say which.";
        }

        foreach (
            ColumnSource source in columns.Where(source =>
                Percentages.Contains(source.Column) && LooksLikeFraction(source)
            )
        )
        {
            yield return $"No {source.Column} of the first rows is above 1: is it a fraction rather than a percentage?";
        }

        string[] left = [.. header.Where((_, position) => columns.All(source => source.Position != position))];
        if (left.Length > 0)
        {
            yield return $"Not taken: {string.Join(", ", left.Select(name => name.Length > 0 ? name : "(a column without a name)"))}.";
        }
    }

    private bool LooksLikeFraction(ColumnSource source)
    {
        double[] values =
        [
            .. Cells(source)
                .Select(cell =>
                    double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                        ? value
                        : double.NaN
                )
                .Where(double.IsFinite),
        ];
        return source.Unit is null && values.Length > 0 && values.Max() is > 0 and <= 1;
    }

    // Whether some date has more than twelve in its first or its second place.
    private bool Above(bool first) =>
        SlashDates()
            .Select(date => date.Split('/', ' '))
            .Any(parts =>
                parts.Length >= 3
                && int.TryParse(parts[first ? 0 : 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number > MonthsOfAYear
                && parts[0].Length <= 2
            );

    private IEnumerable<string> SlashDates() =>
        columns
            .Where(source => CsvLayout.IsMoment(source.Column))
            .SelectMany(Cells)
            .Where(cell => cell.IndexOf('/', StringComparison.Ordinal) is 1 or 2);

    private IEnumerable<string> Cells(ColumnSource source) => rows.Select(row => row[source.Position].Trim());
}
