using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DeepmineSentinel.Web.Tests.Alerts;

/// <summary>A mail server on loopback that speaks as much SMTP as a client needs, and keeps what it was sent.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly List<string> mails = [];
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>What RCPT is answered with.</summary>
    public string AnswerToRecipient { get; set; } = "250 OK";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Header and body of each mail as they came.</summary>
    public IReadOnlyList<string> Mails
    {
        get
        {
            lock (mails)
            {
                return [.. mails];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!end.IsCancellationRequested)
        {
            using TcpClient client = await listener.AcceptTcpClientAsync(end.Token);
            try
            {
                await SpeakAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The client hung up.
            }
        }
    }

    private async Task SpeakAsync(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.Latin1);
        await using StreamWriter writer = new(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 localhost");
        while (await reader.ReadLineAsync(end.Token) is { } line)
        {
            string verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 Go on");
                string mail = await MailAsync(reader);
                lock (mails)
                {
                    mails.Add(mail);
                }
            }

            await writer.WriteLineAsync(
                verb switch
                {
                    "RCPT" => AnswerToRecipient,
                    "QUIT" => "221 Bye",
                    _ => "250 OK",
                }
            );
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private async Task<string> MailAsync(StreamReader reader)
    {
        StringBuilder mail = new();
        while (await reader.ReadLineAsync(end.Token) is { } line && line != ".")
        {
            mail.Append(line).Append('\n');
        }

        return mail.ToString();
    }
}
