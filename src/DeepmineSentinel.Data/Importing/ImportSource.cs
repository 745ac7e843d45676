using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Spreadsheets;

namespace DeepmineSentinel.Data.Importing;

/// <summary>The bytes of a request, which can be read again when the database asks for another try.</summary>
internal sealed class ImportSource : IDisposable
{
    private readonly Stream? opened;

    /// <summary>Opens the bytes at their start; a problem is added when they cannot be had.</summary>
    public ImportSource(ImportRequest request, ProblemList problems)
    {
        if (request.Path is { } path)
        {
            opened = SourceFile.Open(path, problems);
            Content = opened ?? Stream.Null;
        }
        else
        {
            Content =
                request.Content ?? throw new ArgumentException("Neither path nor content was given.", nameof(request));
            Content.Position = 0;
        }
    }

    public Stream Content { get; }

    /// <summary>Whether there is anything to read.</summary>
    public bool IsOpen => Content != Stream.Null;

    /// <summary>The rows: of a workbook where the bytes are one, else of a CSV file.</summary>
    public RowTable Table(ImportRequest request, ProblemList problems)
    {
        CsvLayout layout = CsvLayout.Of(request.Kind);
        return FileKinds.IsWorkbook(Content)
            ? new SheetTable(Content, request.DisplayName, layout, request.Shape, problems)
            : new CsvTable(Content, request.DisplayName, layout, request.Shape, problems);
    }

    // The caller's own stream stays open.
    public void Dispose() => opened?.Dispose();
}
