namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>A table whose first column names its rows. The other columns are numbers.</summary>
/// <param name="caption">What it shows.</param>
/// <param name="columns">Headers.</param>
internal sealed class HtmlTable(string caption, params string[] columns)
{
    private readonly List<(string[] Cells, bool IsMarked)> rows = [];

    /// <summary>Whether the other columns are words.</summary>
    public bool IsWords { get; init; }

    public void Row(params string[] cells) => rows.Add((cells, false));

    /// <summary>A row that the reader came for.</summary>
    public void MarkedRow(params string[] cells) => rows.Add((cells, true));

    public void WriteTo(Html html)
    {
        html.Raw($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{Html.Encode(caption)}\"><table>")
            .Element("caption", caption)
            .Raw("<thead><tr>");
        for (int i = 0; i < columns.Length; i++)
        {
            html.Element("th", columns[i], $"scope=\"col\"{Kind(i)}");
        }

        html.Raw("</tr></thead><tbody>");
        foreach ((string[] cells, bool marked) in rows)
        {
            html.Raw(marked ? "<tr class=\"marked\">" : "<tr>").Element("th", cells[0], "scope=\"row\"");
            for (int i = 1; i < cells.Length; i++)
            {
                html.Element("td", cells[i], Kind(i).TrimStart());
            }

            html.Raw("</tr>");
        }

        html.Raw("</tbody></table></div>");
    }

    private string Kind(int column) => column == 0 || IsWords ? "" : " class=\"num\"";
}
