namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>Names with their values.</summary>
internal static class FactList
{
    public static void Write(Html html, params (string Name, string Value)[] facts)
    {
        html.Raw("<dl class=\"facts\">");
        foreach ((string name, string value) in facts)
        {
            html.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
        }

        html.Raw("</dl>");
    }
}
