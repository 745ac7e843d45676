using System.Diagnostics;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>The site as a process of its own on a free loopback port, killed as by kill -9 at the end or before.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process process;

    private RunningSite(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address };
        Client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>A browser that keeps cookies.</summary>
    public HttpClient Client { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts it on a folder and waits until it listens; nothing is seeded, predicted or watched unless settings say so.</summary>
    public static async Task<RunningSite> StartAsync(string folder, params (string Name, string Value)[] settings)
    {
        ProcessStartInfo start = ProgramProcess.StartInfo(folder);
        foreach ((string name, string? value) in TestSettings.Of(folder).Where(pair => pair.Key.Contains(':')))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        foreach ((string name, string value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            int at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new RunningSite(process, new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        throw new InvalidOperationException("The site ended before it listened: " + await errors);
    }

    /// <summary>Ends it as by kill -9.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        process.Dispose();
    }
}
