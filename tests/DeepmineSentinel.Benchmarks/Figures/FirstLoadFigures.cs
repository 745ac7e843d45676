using System.Net;
using System.Text.RegularExpressions;
using DeepmineSentinel.Benchmarks.Site;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>The first page of a browser that has never been here: what goes over the wire, and when the largest part of it stands.</summary>
internal static partial class FirstLoadFigures
{
    private const int Visits = 7;
    private const string Paint = """
        () => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
          .observe({ type: 'largest-contentful-paint', buffered: true }))
        """;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(ShiftSite site)
    {
        double kilobytes = await KilobytesAsync(site.Address, "/");
        await using SiteBrowser browser = await SiteBrowser.OpenAsync();
        return
        [
            Figure.AtMost("First load of the dashboard", [kilobytes], "kB", 300),
            Figure.AtMost("Largest contentful paint, dashboard", await PaintsAsync("/"), "ms", 1500),
            Figure.AtMost("Largest contentful paint, stope", await PaintsAsync("/stopes/1"), "ms", 1500),
        ];

        Task<IReadOnlyList<double>> PaintsAsync(string page) =>
            browser.VisitAsync(new Uri(site.Address, page), Visits, Paint);
    }

    private static async Task<double> KilobytesAsync(Uri address, string page)
    {
        using SocketsHttpHandler handler = new() { AutomaticDecompression = DecompressionMethods.None };
        using HttpClient http = new(handler) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        using HttpClient plain = new() { BaseAddress = address };
        string text = await plain.GetStringAsync(page);
        double bytes = (await http.GetByteArrayAsync(page)).Length;
        foreach (string part in Part().Matches(text).Select(match => match.Groups[1].Value).Distinct())
        {
            bytes += (await http.GetByteArrayAsync(part)).Length;
        }

        return bytes / 1000;
    }

    [GeneratedRegex("""(?:<link [^>]*?href|<script [^>]*?src)="(/[^"#]+)""")]
    private static partial Regex Part();
}
