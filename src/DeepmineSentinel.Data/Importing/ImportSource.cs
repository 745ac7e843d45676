using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Csv;

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

    // The caller's own stream stays open.
    public void Dispose() => opened?.Dispose();
}
