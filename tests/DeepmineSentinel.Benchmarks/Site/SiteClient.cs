using System.Diagnostics;
using System.Net;

namespace DeepmineSentinel.Benchmarks.Site;

/// <summary>Asks a running site on loopback and takes the time.</summary>
internal sealed class SiteClient(Uri address) : IDisposable
{
    private readonly HttpClient http = Browser(address, TimeSpan.FromSeconds(60));

    /// <summary>A client that takes compressed answers, as every browser does.</summary>
    public static HttpClient Browser(Uri address, TimeSpan patience) =>
        new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = address,
            Timeout = patience,
        };

    /// <summary>Waits until a page answers 200.</summary>
    public async Task<TimeSpan> WaitAsync(string path, TimeSpan limit)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using PeriodicTimer tick = new(TimeSpan.FromMilliseconds(25));
        while (watch.Elapsed < limit)
        {
            try
            {
                using HttpResponseMessage answer = await http.GetAsync(path);
                if (answer.IsSuccessStatusCode)
                {
                    return watch.Elapsed;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet: that is what is waited for.
            }

            await tick.WaitForNextTickAsync();
        }

        throw new TimeoutException($"{path} did not answer within {limit}.");
    }

    /// <summary>Waits until a page shows some text.</summary>
    public Task WaitForAsync(string path, string expected, TimeSpan limit) =>
        WaitUntilAsync(path, text => text.Contains(expected, StringComparison.Ordinal), $"show {expected}", limit);

    /// <summary>Waits as long as a page shows some text.</summary>
    public Task WaitWhileAsync(string path, string shown, TimeSpan limit) =>
        WaitUntilAsync(path, text => !text.Contains(shown, StringComparison.Ordinal), $"lose {shown}", limit);

    /// <summary>The text of an answer, whatever its status.</summary>
    public async Task<string> TextAsync(string path)
    {
        using HttpResponseMessage answer = await http.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Milliseconds of some requests to one path after a few that warm it up.</summary>
    /// <param name="path">What is asked for.</param>
    /// <param name="expected">Must stand in the answer, so that no empty page is timed.</param>
    public async Task<IReadOnlyList<double>> TimeAsync(string path, string expected)
    {
        const int warm = 5;
        const int runs = 40;
        if (!(await TextAsync(path)).Contains(expected, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} does not show {expected}.");
        }

        List<double> milliseconds = [];
        for (int i = 0; i < warm + runs; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            using HttpResponseMessage answer = await http.GetAsync(path);
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            if (i >= warm)
            {
                milliseconds.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return milliseconds;
    }

    private async Task WaitUntilAsync(string path, Func<string, bool> isSo, string what, TimeSpan limit)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using PeriodicTimer tick = new(TimeSpan.FromMilliseconds(500));
        while (!isSo(await TextAsync(path)))
        {
            if (watch.Elapsed > limit)
            {
                throw new TimeoutException($"{path} did not {what} within {limit}.");
            }

            await tick.WaitForNextTickAsync();
        }
    }

    public void Dispose() => http.Dispose();
}
