namespace DeepmineSentinel.Data.Csv;

/// <summary>Stops the reading of a file that is not text; becomes a problem of the file.</summary>
internal sealed class NotTextException(int line, string reason) : Exception(reason)
{
    public int Line { get; } = line;
}
