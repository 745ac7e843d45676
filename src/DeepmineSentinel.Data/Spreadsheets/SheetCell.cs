using System.Globalization;
using ExcelDataReader;

namespace DeepmineSentinel.Data.Spreadsheets;

/// <summary>A cell of a sheet as the text that a CSV file would hold.</summary>
internal static class SheetCell
{
    // What a spreadsheet shows of a number: its own sums are not exact beyond it.
    private const string Digits = "G15";

    /// <summary>The text of a cell of the present row; empty where there is none.</summary>
    public static string Text(IExcelDataReader sheet, int column) =>
        column >= sheet.FieldCount
            ? ""
            : sheet.GetValue(column) switch
            {
                null => "",
                string text => text.Trim(),
                bool flag => flag ? "True" : "False",
                DateTime moment => Moment(moment, sheet.GetNumberFormatString(column)),
                double number => Number(number, sheet.GetNumberFormatString(column)),
                TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
                object other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
            };

    /// <summary>Whether a cell of the present row holds a date that the spreadsheet keeps as one.</summary>
    public static bool IsMoment(IExcelDataReader sheet, int column) =>
        column < sheet.FieldCount && sheet.GetValue(column) is DateTime;

    // Days are fractions of binary numbers there: 13:45 is stored a little off.
    private static string Moment(DateTime moment, string? format)
    {
        DateTime rounded = new DateTime((moment.Ticks + 5_000) / 10_000 * 10_000);
        bool hasTime =
            rounded.TimeOfDay != TimeSpan.Zero || format?.Contains('h', StringComparison.OrdinalIgnoreCase) == true;
        return rounded.ToString(hasTime ? "yyyy-MM-ddTHH:mm:ss.fff" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    // A cell formatted as a percentage shows a hundred times what it holds.
    private static string Number(double number, string? format) =>
        (format?.Contains('%', StringComparison.Ordinal) == true ? number * 100 : number).ToString(
            Digits,
            CultureInfo.InvariantCulture
        );
}
