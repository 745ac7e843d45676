using System.Collections.Concurrent;
using System.Diagnostics;

namespace DeepmineSentinel.Benchmarks.Site;

/// <summary>People who each open a page a second, over loopback, without waiting for one another.</summary>
internal static class VirtualUsers
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Lets them work.</summary>
    /// <param name="address">Of the site.</param>
    /// <param name="users">How many.</param>
    /// <param name="length">For how long.</param>
    /// <param name="page">What a user opens: his random numbers, to an address.</param>
    /// <returns>Milliseconds of every answer that was whole, and what went wrong.</returns>
    public static async Task<(IReadOnlyList<double> Milliseconds, IReadOnlyList<string> Errors)> RunAsync(
        Uri address,
        int users,
        TimeSpan length,
        Func<Random, string> page
    )
    {
        ConcurrentBag<double> times = [];
        ConcurrentBag<string> errors = [];
        using HttpClient http = SiteClient.Browser(address, TimeSpan.FromSeconds(30));
        await Task.WhenAll(Enumerable.Range(0, users).Select(user => WorkAsync(user)));
        return ([.. times], [.. errors]);

        async Task WorkAsync(int user)
        {
            Random random = new(user);
            await Task.Delay(Pause * random.NextDouble());
            using PeriodicTimer second = new(Pause);
            Stopwatch since = Stopwatch.StartNew();
            do
            {
                string path = page(random);
                Stopwatch watch = Stopwatch.StartNew();
                try
                {
                    using HttpResponseMessage answer = await http.GetAsync(path);
                    await answer.Content.ReadAsByteArrayAsync();
                    answer.EnsureSuccessStatusCode();
                    times.Add(watch.Elapsed.TotalMilliseconds);
                }
                catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
                {
                    errors.Add($"{path}: {failure.Message}");
                }
            } while (since.Elapsed < length && await second.WaitForNextTickAsync());
        }
    }
}
