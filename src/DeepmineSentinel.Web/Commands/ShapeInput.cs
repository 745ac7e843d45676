using System.CommandLine;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Importing.Inspection;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Options that say how a file is written where it is not the product's own form.</summary>
internal sealed class ShapeInput
{
    private readonly Option<string?> sheet = TypedOption.Text("--sheet", "Sheet of the workbook (its first one).");
    private readonly Option<int?> header = new("--header-line")
    {
        Description = "Line of the header where titles stand above it (found by its names).",
    };
    private readonly Option<string[]> columns = new("--column")
    {
        Description =
            "COLUMN=HEADER or COLUMN=HEADER:UNIT, once for each column that is called otherwise, for example "
            + "\"vibration_velocity=PPV (in/s):in/s\"; columns of the product's own names are taken too, all others left.",
    };
    private readonly Option<string> dates = TypedOption.Word(
        "--date-order",
        "What comes first in dates like 03/04/2026.",
        "not-said",
        "day-first",
        "month-first"
    );
    private readonly Option<string> separator = TypedOption.Word(
        "--separator",
        "What parts the columns of a text file.",
        "comma",
        "semicolon",
        "tab",
        "bar"
    );
    private readonly Option<bool> decimalComma = new("--decimal-comma")
    {
        Description = "Numbers have a decimal comma.",
    };

    public IEnumerable<Option> Options => [sheet, header, columns, dates, separator, decimalComma];

    /// <summary>The shape that was typed; the header is looked for where no line was.</summary>
    /// <exception cref="SentinelException">A column, a unit or a line cannot be used.</exception>
    public TableShape Read(CommandScope scope, string path, ImportKind kind)
    {
        string[] typed = scope.Value(columns) ?? [];
        TableShape shape = new()
        {
            Separator = SignOf(scope.Value(separator)!),
            DecimalComma = scope.Value(decimalComma),
            DateOrder = Enum.Parse<DateOrder>(scope.Value(dates)!.Replace("-", "", StringComparison.Ordinal), true),
            Sheet = scope.Value(sheet),
            HeaderLine =
                scope.Value(header) is not { } line ? null
                : line > 0 ? line
                : throw Wrong("--header-line starts at 1."),
        };
        using FileStream content = File.OpenRead(path);
        if (!content.CanSeek)
        {
            // A pipe cannot be looked at before it is read.
            return typed.Length == 0 ? shape : throw Wrong("--column needs a file, not a pipe.");
        }

        InspectedTable table = TableInspector.Inspect(
            content,
            Path.GetFileName(path),
            kind,
            shape.Sheet,
            shape.Separator,
            shape.HeaderLine
        );
        shape = shape with { HeaderLine = table.Shape.HeaderLine };
        return typed.Length == 0
            ? shape
            : shape with
            {
                Columns = [.. Chosen(typed, table.Header, CsvLayout.Of(kind))],
            };
    }

    private static IEnumerable<ColumnSource> Chosen(string[] typed, IReadOnlyList<string> header, CsvLayout layout)
    {
        Dictionary<string, ColumnSource> chosen = [];
        foreach (string text in typed)
        {
            ColumnSource source = Parse(text, header, layout);
            if (!chosen.TryAdd(source.Column, source))
            {
                throw Wrong($"--column names {source.Column} twice.");
            }
        }

        HashSet<int> used = [.. chosen.Values.Select(source => source.Position)];
        IEnumerable<ColumnSource> own = header
            .Select((name, position) => (Column: layout.IndexOf(name.Trim()), Position: position))
            .Where(found => found.Column >= 0 && !used.Contains(found.Position))
            .Select(found => new ColumnSource(layout.Columns[found.Column], found.Position))
            .Where(source => !chosen.ContainsKey(source.Column));
        return chosen.Values.Concat(own);
    }

    private static ColumnSource Parse(string text, IReadOnlyList<string> header, CsvLayout layout)
    {
        string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        int column = sides.Length == 2 ? layout.IndexOf(sides[0]) : -1;
        if (column < 0)
        {
            string known = string.Join(", ", layout.Columns);
            throw Wrong($"--column is COLUMN=HEADER or COLUMN=HEADER:UNIT with one of the columns {known}.");
        }

        string name = layout.Columns[column];
        if (PositionOf(header, sides[1]) is { } whole)
        {
            return new ColumnSource(name, whole);
        }

        int colon = sides[1].LastIndexOf(':');
        string? unit = colon < 0 ? null : sides[1][(colon + 1)..].Trim();
        if (unit is null || PositionOf(header, sides[1][..colon]) is not { } position)
        {
            string found = string.Join(", ", header.Where(one => one.Length > 0));
            throw Wrong($"--column {name}: the file has no such header; it has {found}.");
        }

        string[] units = [.. UnitConversions.Of(name).Select(known => known.Unit)];
        return units.Contains(unit)
            ? new ColumnSource(name, position, unit)
            : throw Wrong(
                units.Length == 0
                    ? $"--column {name} has no unit."
                    : $"--column {name}: the unit is one of {string.Join(", ", units)}."
            );
    }

    private static int? PositionOf(IReadOnlyList<string> header, string name)
    {
        for (int position = 0; position < header.Count; position++)
        {
            if (string.Equals(header[position].Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return position;
            }
        }

        return null;
    }

    private static char SignOf(string word) =>
        word switch
        {
            "semicolon" => ';',
            "tab" => '\t',
            "bar" => '|',
            _ => ',',
        };

    private static SentinelException Wrong(string message) => new(FailureKind.InvalidInput, "wrong_use", message);
}
