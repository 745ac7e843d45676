using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DeepmineSentinel.Benchmarks.Site;

/// <summary>The product's own executable as a user runs it: a command to its end, or the site until disposed.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private SiteProcess(SiteFolder folder, IEnumerable<string> arguments, IEnumerable<(string, string)> settings)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "DeepmineSentinel.Web.dll");
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(program);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Site__Root"] = folder.Path;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("The site did not start.");
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Address of a site; null for a command.</summary>
    public Uri? Address { get; private init; }

    /// <summary>Runs a command.</summary>
    /// <returns>Its standard output, how long the whole process took, and the most memory it held.</returns>
    public static async Task<(string Output, TimeSpan Elapsed, double PeakMegabytes)> CommandAsync(
        SiteFolder folder,
        params string[] arguments
    )
    {
        Stopwatch watch = Stopwatch.StartNew();
        await using SiteProcess command = new(folder, arguments, [("ASPNETCORE_ENVIRONMENT", "Production")]);
        double peak = 0;
        Task exit = command.process.WaitForExitAsync();
        using PeriodicTimer tick = new(TimeSpan.FromMilliseconds(100));
        while (!exit.IsCompleted)
        {
            peak = Math.Max(peak, command.PeakMegabytes());
            await Task.WhenAny(exit, tick.WaitForNextTickAsync().AsTask());
        }

        TimeSpan elapsed = watch.Elapsed;
        if (command.process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{string.Join(' ', arguments)} ended with {command.process.ExitCode}: {await command.errors}"
            );
        }

        return (await command.output, elapsed, peak);
    }

    /// <summary>Starts the site on a free loopback port.</summary>
    public static SiteProcess Start(SiteFolder folder, params (string, string)[] settings)
    {
        string address = $"http://127.0.0.1:{FreePort()}";
        return new SiteProcess(folder, ["--urls", address], settings) { Address = new Uri(address) };
    }

    /// <summary>The most memory the process held so far, MB; 0 once it is gone.</summary>
    public double PeakMegabytes()
    {
        string status = $"/proc/{process.Id}/status";
        try
        {
            string? line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', '\t')[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
