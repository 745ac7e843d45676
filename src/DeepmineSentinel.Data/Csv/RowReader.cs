using System.Buffers;
using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Reads the cells of a table's rows as what they must be; every defect becomes a problem with its place.</summary>
internal sealed class RowReader(RowTable table, ProblemList problems, RowRules rules)
{
    private static readonly SearchValues<byte> NumberSigns = SearchValues.Create("0123456789,.+-"u8);
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly List<RowProblem> ofRow = [];

    /// <summary>Problems of the present row.</summary>
    public IReadOnlyList<RowProblem> OfRow => ofRow;

    /// <summary>The table.</summary>
    public RowTable Table => table;

    /// <summary>Moves to the next row.</summary>
    public bool Next()
    {
        ofRow.Clear();
        return table.Read();
    }

    /// <summary>Reports the present row.</summary>
    public void Refuse(int column, string reason) =>
        Refuse(column < 0 ? "" : table.Layout.Columns[column], column < 0 ? "row" : Kind(table.Cell(column)), reason);

    /// <summary>Reports the present row under a column's name.</summary>
    public void Refuse(string column, string kind, string reason)
    {
        RowProblem problem = new(table.FileName, table.Line, column, kind, reason);
        ofRow.Add(problem);
        problems.Add(problem);
    }

    /// <summary>The row's mine.</summary>
    public string Mine(int column) =>
        table.Cell(column).IsEmpty ? rules.DefaultMine : Name(column, Core.Stopes.Mine.NameLength);

    /// <summary>A name of a mine or a stope; empty when it was refused.</summary>
    public string Name(int column, int longest)
    {
        string name = Decoded(column);
        if (NameRules.Problem(name, longest) is not { } reason)
        {
            return name.Trim();
        }

        Refuse(column, reason);
        return "";
    }

    /// <summary>Free text; null where the cell is empty.</summary>
    public string? Text(int column, int longest)
    {
        string text = Decoded(column);
        if (text.Length > longest)
        {
            Refuse(column, $"must not be longer than {longest} characters");
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A number that must be there; 0 when it was refused.</summary>
    public double Required(int column, QuantityRange range)
    {
        if (table.Cell(column).IsEmpty)
        {
            Refuse(column, $"must not be empty; it {range.Allowed}");
        }

        return Optional(column, range) ?? 0;
    }

    /// <summary>A number; null where the cell is empty or was refused.</summary>
    public double? Optional(int column, QuantityRange range)
    {
        ReadOnlySpan<byte> cell = table.Cell(column);
        if (cell.IsEmpty)
        {
            return null;
        }

        if (!TryNumber(cell, out double number))
        {
            Refuse(column, NotANumber(cell));
            return null;
        }

        if (range.Contains(number))
        {
            return number;
        }

        Refuse(
            column,
            double.IsFinite(number) ? range.Allowed : "must be a finite number; leave it empty where missing"
        );
        return null;
    }

    /// <summary>True, false, 1, 0, yes or no; null where the cell is empty or was refused.</summary>
    public bool? Flag(int column, bool required)
    {
        string text = Decoded(column).ToUpperInvariant();
        switch (text)
        {
            case "TRUE" or "1" or "YES" or "1.0":
                return true;
            case "FALSE" or "0" or "NO" or "0.0":
                return false;
            case "" when !required:
                return null;
            default:
                Refuse(column, "must be True, False, 1, 0, yes or no");
                return null;
        }
    }

    /// <summary>A category; the first member when it was refused.</summary>
    public TCategory Category<TCategory>(int column)
        where TCategory : struct, Enum
    {
        if (!CategoryName.TryParse(Decoded(column), out TCategory value))
        {
            Refuse(column, $"must be one of: {string.Join(", ", CategoryName.All<TCategory>())}");
        }

        return value;
    }

    /// <summary>A moment in UTC; null where the cell is empty or was refused.</summary>
    public DateTime? Moment(int column, string mine)
    {
        ReadOnlySpan<byte> cell = table.Cell(column);
        if (cell.IsEmpty)
        {
            return null;
        }

        if (!TimeText.TryParse(cell, out TimeText time))
        {
            Refuse(column, NotATime(cell));
            return null;
        }

        (DateTime? utc, string reason) = ZonedTime.ToUtc(time, rules.ZoneOf(mine));
        if (utc is { } moment && WrittenMoment.Problem(moment, rules.Now) is { } problem)
        {
            reason = problem;
            utc = null;
        }

        if (utc is null)
        {
            Refuse(column, reason);
        }

        return utc;
    }

    /// <summary>A moment that must be there; the earliest one when it was refused.</summary>
    public DateTime RequiredMoment(int column, string mine)
    {
        if (table.Cell(column).IsEmpty)
        {
            Refuse(column, "must not be empty");
        }

        return Moment(column, mine) ?? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
    }

    private string Decoded(int column)
    {
        try
        {
            return Strict.GetString(table.Cell(column));
        }
        catch (DecoderFallbackException)
        {
            Refuse(column, "is not UTF-8; save the file as UTF-8");
            return "";
        }
    }

    private static bool TryNumber(ReadOnlySpan<byte> cell, out double number) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string Kind(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return "empty";
        }

        return TryNumber(cell, out _) ? "number"
            : TimeText.TryParse(cell, out _) ? "date"
            : "text";
    }

    private static string NotANumber(ReadOnlySpan<byte> cell) =>
        cell.Contains((byte)',') && !cell.ContainsAnyExcept(NumberSigns)
            ? "has a comma in its number; write a decimal point and no thousands separator"
            : "must be a number, with nothing beside it; leave it empty where missing";

    private static string NotATime(ReadOnlySpan<byte> cell)
    {
        if (TryNumber(cell, out _))
        {
            return "is a number, as spreadsheets keep dates; write it like 2024-01-31 13:45";
        }

        return cell.Contains((byte)'/')
            ? "may be read as day/month or as month/day; write it like 2024-01-31 13:45"
            : "must be a date or a time like 2024-01-31, 2024-01-31 13:45 or 2024-01-31T13:45:00Z";
    }
}
