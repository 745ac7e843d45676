namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>Words and signs of separators.</summary>
public static class ColumnSeparators
{
    private const string Signs = ",;\t|";

    /// <summary>The sign of a word.</summary>
    public static char SignOf(ColumnSeparator word) => Signs[(int)word];

    /// <summary>The word of a sign that a file may be parted by.</summary>
    public static ColumnSeparator WordOf(char sign) => (ColumnSeparator)Signs.IndexOf(sign, StringComparison.Ordinal);
}
