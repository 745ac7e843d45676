using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace DeepmineSentinel.Data.Tests.Spreadsheets;

/// <summary>Writes workbooks as spreadsheets do, down to the part and the cell, so that tests can also write wrong ones.</summary>
internal static class XlsxBytes
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Styles by index: 0 general, 1 date, 2 date and time, 3 percentage.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd hh:mm"/></numFmts>
        <fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
        <cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/>
        <xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    /// <summary>A workbook of one or more sheets; a cell is a string, a number, a date, a bool, null, or <see cref="Cell"/>.</summary>
    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets) =>
        Zip([
            ("[Content_Types].xml", ContentTypes(sheets.Length)),
            ("_rels/.rels", Relation("officeDocument", "xl/workbook.xml", 1)),
            ("xl/workbook.xml", WorkbookXml(sheets)),
            ("xl/_rels/workbook.xml.rels", SheetRelations(sheets.Length)),
            ("xl/styles.xml", Styles),
            .. sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index + 1}.xml", SheetXml(sheet.Rows))),
        ]);

    public static byte[] Of(params object?[][] rows) => Of(("Sheet1", rows));

    public static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in parts)
            {
                using Stream part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A cell as the file has it: its type, its style and its value.</summary>
    public sealed record Cell(string? Type, int Style, string Value);

    public static Cell Percent(double value) => new(null, 3, value.ToString("R", CultureInfo.InvariantCulture));

    public static Cell Error(string value) => new("e", 0, value);

    private static string SheetXml(object?[][] rows)
    {
        StringBuilder xml = new($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (int row = 0; row < rows.Length; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (int column = 0; column < rows[row].Length; column++)
            {
                xml.Append(CellXml(rows[row][column], $"{(char)('A' + column)}{row + 1}"));
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string CellXml(object? value, string place) =>
        value switch
        {
            null => "",
            Cell cell =>
                $"<c r=\"{place}\" s=\"{cell.Style}\"{(cell.Type is null ? "" : $" t=\"{cell.Type}\"")}><v>{cell.Value}</v></c>",
            string text =>
                $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
            bool flag => $"<c r=\"{place}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
            DateTime date => string.Create(
                CultureInfo.InvariantCulture,
                $"<c r=\"{place}\" s=\"{(date.TimeOfDay == TimeSpan.Zero ? 1 : 2)}\"><v>{date.ToOADate():R}</v></c>"
            ),
            _ => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{value}</v></c>"),
        };

    private static string WorkbookXml((string Name, object?[][] Rows)[] sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
        + string.Concat(
            sheets.Select(
                (sheet, index) =>
                    $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>"
            )
        )
        + "</sheets></workbook>";

    private static string SheetRelations(int sheets) =>
        $"<Relationships xmlns=\"{Relations}\">"
        + string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(index =>
                    $"<Relationship Id=\"rId{index}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{index}.xml\"/>"
                )
        )
        + $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>";

    private static string Relation(string type, string target, int id) =>
        $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId{id}\" Type=\"{Office}/{type}\" Target=\"{target}\"/></Relationships>";

    private static string ContentTypes(int sheets) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(index =>
                    $"<Override PartName=\"/xl/worksheets/sheet{index}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                )
        )
        + "</Types>";
}
