namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>What parts the columns of a text file, by a word: forms and addresses take a tab for nothing.</summary>
public enum ColumnSeparator
{
    Commas,
    Semicolons,
    Tabs,
    Bars,
}
