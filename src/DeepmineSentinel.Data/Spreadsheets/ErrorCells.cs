using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DeepmineSentinel.Data.Spreadsheets;

/// <summary>
/// The cells of a sheet that hold an error such as #REF!. The reader of workbooks takes them for empty ones, and an error must
/// never pass for a value that was not measured.
/// </summary>
internal sealed class ErrorCells
{
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly HashSet<string> places;

    private ErrorCells(HashSet<string> places) => this.places = places;

    /// <summary>Finds them.</summary>
    /// <param name="content">The workbook; stays open.</param>
    /// <param name="sheet">Position of the sheet in the workbook, the first being 0.</param>
    public static ErrorCells Of(Stream content, int sheet)
    {
        content.Position = 0;
        using ZipArchive zip = new(content, ZipArchiveMode.Read, leaveOpen: true);
        HashSet<string> places = [];
        using Stream part = PartOf(zip, sheet).Open();
        using XmlReader xml = XmlReader.Create(part);
        while (xml.Read())
        {
            bool isError = xml.NodeType == XmlNodeType.Element && xml.LocalName == "c" && xml.GetAttribute("t") == "e";
            if (isError)
            {
                // Without a place of its own a cell cannot be told from its neighbours.
                places.Add(xml.GetAttribute("r") ?? throw new InvalidDataException("An error cell has no place."));
            }
        }

        return new ErrorCells(places);
    }

    /// <summary>Whether a cell is one.</summary>
    /// <param name="line">Row, the first being 1.</param>
    /// <param name="column">Column, the first being 0.</param>
    public bool Contains(int line, int column) => places.Count > 0 && places.Contains($"{Letters(column)}{line}");

    private static ZipArchiveEntry PartOf(ZipArchive zip, int sheet)
    {
        XElement[] sheets =
        [
            .. Xml(zip, "xl/workbook.xml").Descendants().Where(element => element.Name.LocalName == "sheet"),
        ];
        string? id = sheets.ElementAtOrDefault(sheet)?.Attribute(XName.Get("id", OfficeRelations))?.Value;
        string? target = Xml(zip, "xl/_rels/workbook.xml.rels")
            .Descendants()
            .FirstOrDefault(relation => relation.Attribute("Id")?.Value == id)
            ?.Attribute("Target")
            ?.Value;
        string path = target?.StartsWith('/') == true ? target[1..] : $"xl/{target}";
        return zip.GetEntry(path) ?? throw new InvalidDataException("The sheet is not there.");
    }

    private static XElement Xml(ZipArchive zip, string part)
    {
        ZipArchiveEntry entry = zip.GetEntry(part) ?? throw new InvalidDataException("A part is not there.");
        using Stream stream = entry.Open();
        using XmlReader reader = XmlReader.Create(stream);
        return XElement.Load(reader);
    }

    private static string Letters(int column)
    {
        string letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
