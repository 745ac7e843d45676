using System.Globalization;
using System.Text;

namespace DeepmineSentinel.Data.Csv;

/// <summary>
/// Rewrites the cells of a column into the product's own form. What it cannot read it hands on as it is: the reader of the
/// row then says what is wrong with it.
/// </summary>
internal abstract class CellRule
{
    private const int Longest = 64;
    private readonly byte[] written = new byte[Longest];

    /// <summary>The rule for a column; null where its cells are taken as they are.</summary>
    public static CellRule? For(string column, TableShape shape)
    {
        if (CsvLayout.IsMoment(column))
        {
            return shape.DateOrder == DateOrder.NotSaid ? null : new DateRule(shape.DateOrder);
        }

        string? unit = shape.Columns?.FirstOrDefault(source => source.Column == column)?.Unit;
        UnitConversion? conversion = UnitConversions.From(column, unit);
        bool commas = shape.DecimalComma && UnitConversions.IsQuantity(column);
        return conversion is null && !commas ? null : new NumberRule(conversion, commas);
    }

    /// <summary>The cell in the product's form; valid until the next call.</summary>
    public ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> cell) =>
        cell.Length is > 0 and <= Longest && TryWrite(cell, written, out int length) ? written.AsSpan(0, length) : cell;

    protected abstract bool TryWrite(ReadOnlySpan<byte> cell, Span<byte> to, out int length);

    private sealed class NumberRule(UnitConversion? conversion, bool decimalComma) : CellRule
    {
        // More digits would only show how the factor was rounded.
        private const string Digits = "G13";

        protected override bool TryWrite(ReadOnlySpan<byte> cell, Span<byte> to, out int length)
        {
            length = 0;
            Span<byte> plain = stackalloc byte[Longest];
            plain = plain[..cell.Length];
            cell.CopyTo(plain);
            if (decimalComma && !TryPoint(plain))
            {
                return false;
            }

            if (!double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                return false;
            }

            if (conversion is not null)
            {
                return conversion.Apply(value).TryFormat(to, out length, Digits, CultureInfo.InvariantCulture);
            }

            plain.CopyTo(to);
            length = plain.Length;
            return true;
        }

        // A point among decimal commas parts thousands: which of the two is meant cannot be told.
        private static bool TryPoint(Span<byte> plain)
        {
            if (plain.Contains((byte)'.') || plain.Count((byte)',') > 1)
            {
                return false;
            }

            plain.Replace((byte)',', (byte)'.');
            return true;
        }
    }

    private sealed class DateRule(DateOrder order) : CellRule
    {
        private static readonly string[] DayFirst = Forms("d/M/yyyy");
        private static readonly string[] MonthFirst = Forms("M/d/yyyy");

        protected override bool TryWrite(ReadOnlySpan<byte> cell, Span<byte> to, out int length)
        {
            length = 0;
            if (!cell.Contains((byte)'/') || cell.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            {
                return false;
            }

            string[] forms = order == DateOrder.DayFirst ? DayFirst : MonthFirst;
            bool isDate = DateTime.TryParseExact(
                Encoding.ASCII.GetString(cell),
                forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateTime local
            );
            string form = cell.Contains((byte)':') ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd";
            return isDate && local.TryFormat(to, out length, form, CultureInfo.InvariantCulture);
        }

        private static string[] Forms(string date) =>
            [date, $"{date} H:mm", $"{date} H:mm:ss", $"{date} h:mm tt", $"{date} h:mm:ss tt"];
    }
}
