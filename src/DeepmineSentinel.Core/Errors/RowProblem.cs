namespace DeepmineSentinel.Core.Errors;

/// <summary>One thing wrong with one cell or line of a file. Never quotes the cell itself.</summary>
/// <param name="File">Name of the file without its folder.</param>
/// <param name="Line">Line in the file, the header being 1; 0 where the whole file is meant.</param>
/// <param name="Column">Header of the column; empty where the whole line is meant.</param>
/// <param name="ValueKind">What stood there, in a word: empty, text, number, date.</param>
/// <param name="Reason">What is wrong and what is allowed.</param>
public sealed record RowProblem(string File, int Line, string Column, string ValueKind, string Reason)
{
    /// <summary>The problem as one line of text.</summary>
    public override string ToString()
    {
        return (Line > 0, Column.Length > 0) switch
        {
            (true, true) => $"{File}, line {Line}, column {Column}: {Reason}",
            (true, false) => $"{File}, line {Line}: {Reason}",
            (false, true) => $"{File}, column {Column}: {Reason}",
            (false, false) => $"{File}: {Reason}",
        };
    }
}
