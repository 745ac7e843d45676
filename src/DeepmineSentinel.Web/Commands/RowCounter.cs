using DeepmineSentinel.Data.Importing.Undoing;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Tells every so many rows how far a large file is, or the undo of one.</summary>
internal sealed class RowCounter(TextWriter error) : IProgress<long>, IProgress<UndoProgress>
{
    private const long TellEvery = 50_000;
    private long told;

    public void Report(long value) => Tell(value, $"{value} rows");

    public void Report(UndoProgress value) => Tell(value.Done, $"{value.Done} of {value.Total} rows");

    private void Tell(long done, string text)
    {
        if (done - told >= TellEvery)
        {
            told = done;
            error.WriteLine(text);
        }
    }
}
