namespace DeepmineSentinel.Data.Spreadsheets;

/// <summary>Tells files apart by how they begin, whatever they are called.</summary>
internal static class FileKinds
{
    private const int StartLength = 4;

    /// <summary>Whether a file is a zip file, as XLSX workbooks are. It stands at its start afterwards where it can be moved.</summary>
    public static bool IsWorkbook(Stream content)
    {
        // A pipe cannot be read twice; such a thing is read as CSV, which says so if it is none.
        if (!content.CanSeek)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[StartLength];
        content.Position = 0;
        int read = content.ReadAtLeast(start, StartLength, throwOnEndOfStream: false);
        content.Position = 0;
        return Workbook.IsZip(start[..read]);
    }
}
