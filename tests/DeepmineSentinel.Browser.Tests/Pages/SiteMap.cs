using System.Text.RegularExpressions;
using DeepmineSentinel.Browser.Tests.Running;

namespace DeepmineSentinel.Browser.Tests.Pages;

/// <summary>Every kind of page that links lead to, one address of each: a new page is on it by being linked.</summary>
internal static partial class SiteMap
{
    private const string ReadLinks =
        "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))";

    /// <summary>Opens each kind of page once and looks at it.</summary>
    /// <param name="visitor">Who goes there.</param>
    /// <param name="starts">Where links are followed from.</param>
    /// <param name="look">What is done on each page, with its address.</param>
    /// <returns>Number of kinds.</returns>
    public static async Task<int> WalkAsync(Visitor visitor, IEnumerable<string> starts, Func<string, Task> look)
    {
        HashSet<string> kinds = new(StringComparer.Ordinal);
        Queue<string> open = new(starts);
        while (open.TryDequeue(out string? address))
        {
            if (!kinds.Add(KindOf(address)))
            {
                continue;
            }

            await visitor.OpenAsync(address);
            foreach (string link in await visitor.Page.EvaluateAsync<string[]>(ReadLinks))
            {
                if (IsPage(link) && !kinds.Contains(KindOf(link)))
                {
                    open.Enqueue(link.Split('#')[0]);
                }
            }

            await look(address);
        }

        return kinds.Count;
    }

    private static bool IsPage(string link) => !File().IsMatch(link.Split('?', '#')[0]);

    // Addresses that differ in a number, a run or a filter show the same kind of page.
    private static string KindOf(string address) =>
        Number().Replace(Run().Replace(address.Split('#', '?')[0], "RUN"), "N");

    [GeneratedRegex(@"\d{8}_\d{6}_[0-9a-f]{8}")]
    private static partial Regex Run();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^/(api|openapi|health|lib|css|js)/|\.(csv|json|zip|html|xlsx|svg|png)$|^/export/")]
    private static partial Regex File();
}
