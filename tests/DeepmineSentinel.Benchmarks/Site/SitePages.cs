using System.Text.RegularExpressions;

namespace DeepmineSentinel.Benchmarks.Site;

/// <summary>Every kind of page that links of the site lead to, with one address of each.</summary>
internal static partial class SitePages
{
    public static async Task<IReadOnlyList<string>> FindAsync(SiteClient client, params string[] starts)
    {
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        Queue<string> open = new(starts);
        while (open.TryDequeue(out string? address))
        {
            if (!kinds.TryAdd(KindOf(address), address))
            {
                continue;
            }

            foreach (Match link in Link().Matches(await client.TextAsync(address)))
            {
                string found = link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
                if (!NoPage().IsMatch(found) && !kinds.ContainsKey(KindOf(found)))
                {
                    open.Enqueue(found);
                }
            }
        }

        return [.. kinds.Values.Order(StringComparer.Ordinal)];
    }

    // Addresses that differ in a number, a run or a filter show the same kind of page.
    private static string KindOf(string address) => Number().Replace(Run().Replace(address.Split('?')[0], "RUN"), "N");

    [GeneratedRegex("""<a [^>]*?href="(/[^"#]*)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"\d{8}_\d{6}_[0-9a-f]{8}")]
    private static partial Regex Run();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^/(api|openapi|health|lib|css|js|export)/|\.(csv|json|zip|html|xlsx|svg|png)(\?|$)")]
    private static partial Regex NoPage();
}
