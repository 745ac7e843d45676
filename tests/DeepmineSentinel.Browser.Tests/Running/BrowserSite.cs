using System.Diagnostics;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Browser.Tests.Running;

/// <summary>A running site on a free loopback port; it ends with this object.</summary>
internal sealed class BrowserSite : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly TempFolder folder = new();
    private Process? process;
    private Task reading = Task.CompletedTask;

    public string Root => folder.Path;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync(params (string Name, string Value)[] settings)
    {
        process = Process.Start(SiteProgram.StartInfo(Root, settings))!;
        _ = process.StandardError.ReadToEndAsync();
        while (Address.Length == 0)
        {
            string line =
                await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("The site ended before it listened.");
            int at = line.IndexOf(Listening, StringComparison.Ordinal);
            Address = at < 0 ? "" : line[(at + Listening.Length)..].Trim();
        }

        reading = process.StandardOutput.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            await reading;
            process.Dispose();
        }

        folder.Dispose();
    }
}
