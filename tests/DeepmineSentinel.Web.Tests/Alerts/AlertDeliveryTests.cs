using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Services.Alerts.Delivery;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Alerts;

/// <summary>Messages against real servers on loopback.</summary>
public sealed class AlertDeliveryTests
{
    private const string Secret = "a secret of some length";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_settings_nothing_is_queued_and_the_test_button_says_why()
    {
        await using PageSite site = new();
        await RaiseAsync(site, "S1");

        Assert.Empty(await LogAsync(site));
        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() =>
            site.Services.GetRequiredService<DeliveryTester>().TestAsync(DeliveryChannel.Email, Token)
        );
        Assert.Equal("channel_off", refused.Code);
        Assert.Empty((await site.PageAsync("/alerts/delivery")).QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task A_raised_alert_is_mailed_with_what_to_do_and_the_log_says_so()
    {
        await using MailServer server = new();
        await using PageSite site = new(Mail(server));
        await RaiseAsync(site, "Nord\u00f6st 1");

        await Eventually.TrueAsync(async () => (await LogAsync(site)).Any(row => row.State == DeliveryState.Sent));
        string mail = Text(Assert.Single(server.Mails));
        Assert.Contains("Very abnormal: Nord\u00f6st 1", mail, StringComparison.Ordinal);
        Assert.Contains("Call the ground control engineer.", mail, StringComparison.Ordinal);
        Assert.Contains("Re-entry", mail, StringComparison.Ordinal);
        Assert.Contains("https://stopes.example/alerts/", mail, StringComparison.Ordinal);
        Assert.Contains("To: shift@mine.example", server.Mails[0], StringComparison.Ordinal);
        IHtmlDocument page = await site.PageAsync("/alerts/delivery");
        Assert.Contains(
            "Sent",
            page.QuerySelector("section[aria-labelledby=log] tbody")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Alerts_that_fall_together_are_one_mail_with_the_worst_first()
    {
        await using MailServer server = new();
        await using PageSite site = new(Mail(server), [("AlertDelivery:FirstPause", "00:00:01")]);
        server.AnswerToRecipient = "451 Later";
        await RaiseAsync(site, "Mild", deformation: 3);
        await RaiseAsync(site, "Wild");
        await Eventually.TrueAsync(async () => (await LogAsync(site)).All(row => row.Attempts > 0));
        server.AnswerToRecipient = "250 OK";

        await Eventually.TrueAsync(async () => (await LogAsync(site)).All(row => row.State == DeliveryState.Sent));
        Assert.All(await LogAsync(site), row => Assert.True(row.Attempts > 1));
        string mail = Text(server.Mails[^1]);
        Assert.True(
            server.Mails.Count == 2
                || mail.IndexOf("Wild", StringComparison.Ordinal) < mail.IndexOf("Mild", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_webhook_is_signed_and_dated_and_its_signature_fails_for_any_other_body()
    {
        await using HookServer server = await HookServer.StartAsync();
        await using PageSite site = new(Hook(server));
        await RaiseAsync(site, "S1");

        await Eventually.TrueAsync(() => !server.Received.IsEmpty);
        (var headers, string body) = server.Received.First();
        string timestamp = headers[WebhookSignature.TimestampHeader];
        string expected = Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"))
        );
        Assert.Equal($"v1={expected}", headers[WebhookSignature.SignatureHeader]);
        Assert.NotEqual($"v1={expected}", WebhookSignature.Sign(Secret, PageData.Now, body + " ").Signature);
        DateTimeOffset sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        Assert.InRange((PageData.Now - sent.UtcDateTime).TotalMinutes, -1, 10);
        JsonElement notice = JsonElement.Parse(body);
        Assert.Equal("alert.raised", notice.GetProperty("event").GetString());
        Assert.Equal("very_abnormal", notice.GetProperty("level").GetString());
        Assert.Equal(notice.GetProperty("id").GetString(), headers[WebhookSignature.IdHeader]);
        await Eventually.TrueAsync(async () => (await LogAsync(site)).Single().State == DeliveryState.Sent);
        Assert.DoesNotContain("hidden", (await LogAsync(site)).Single().Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_webhook_is_tried_again_with_growing_pauses_and_then_given_up()
    {
        await using HookServer server = await HookServer.StartAsync();
        server.Status = 503;
        await using PageSite site = new(
            Hook(server),
            [("AlertDelivery:FirstPause", "00:00:01"), ("AlertDelivery:MostAttempts", "2")]
        );
        await RaiseAsync(site, "S1");

        await Eventually.TrueAsync(async () => (await LogAsync(site)).Single().State == DeliveryState.GivenUp);
        AlertDelivery row = (await LogAsync(site)).Single();
        Assert.Equal((2, "HTTP 503"), (row.Attempts, row.Answer));
        Assert.Equal(2, server.Received.Count);
        Assert.Single(server.Received.Select(one => one.Headers[WebhookSignature.IdHeader]).Distinct());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using HookServer server = await HookServer.StartAsync();
        server.Status = 307;
        await using PageSite site = new(Hook(server), [("AlertDelivery:MostAttempts", "1")]);
        await RaiseAsync(site, "S1");

        await Eventually.TrueAsync(async () => (await LogAsync(site)).Single().State == DeliveryState.GivenUp);
        Assert.Single(server.Received);
        Assert.Equal("HTTP 307", (await LogAsync(site)).Single().Answer);
    }

    [Fact]
    public async Task A_message_that_a_dead_process_held_is_sent_when_the_hold_runs_out()
    {
        await using HookServer server = await HookServer.StartAsync();
        await using PageSite site = new(Hook(server), [("AlertDelivery:Timeout", "00:00:01")]);
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.AlertDeliveries.Add(
                new AlertDelivery
                {
                    Key = new string('a', AlertDelivery.KeyLength),
                    Channel = DeliveryChannel.Webhook,
                    Target = "http://127.0.0.1",
                    Document = "{}",
                    CreatedAt = PageData.Now,
                    NextAttemptAt = PageData.Now.AddSeconds(1),
                }
            );
            await database.SaveChangesAsync(Token);
        }

        await Eventually.TrueAsync(() => !server.Received.IsEmpty);
        Assert.Equal("{}", server.Received.First().Body);
    }

    [Fact]
    public async Task The_test_button_sends_a_real_message()
    {
        await using HookServer server = await HookServer.StartAsync();
        await using PageSite site = new(Hook(server));
        using HttpResponseMessage pressed = await site.SubmitAsync("/alerts/delivery", "/alerts/delivery/test");

        await Eventually.TrueAsync(() => !server.Received.IsEmpty);
        Assert.Equal("test", JsonElement.Parse(server.Received.First().Body).GetProperty("event").GetString());
    }

    [Theory]
    [InlineData("AlertDelivery:Webhook:Url", "http://elsewhere.example/hook")]
    [InlineData("AlertDelivery:Webhook:Url", "https://elsewhere.example/hook")]
    [InlineData("AlertDelivery:Email:Host", "mail.example")]
    [InlineData("Alerts:FromPrediction:Critical", "Normal")]
    [InlineData("Alerts:Thresholds:0:Channel", "strain")]
    [InlineData("Alerts:Levels:Normal:Roles", "Nobody")]
    [InlineData("Alerts:Every", "00:00:00")]
    public async Task Settings_that_cannot_be_right_stop_the_start_in_words(string name, string value)
    {
        await using TestSite site = new((name, value));
        CommandResult result = await site.CommandLine.RunAsync("check-health");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(name.Split(':')[0], result.Error, StringComparison.Ordinal);
    }

    private static (string, string)[] Mail(MailServer server) =>
        [
            ("AlertDelivery:Email:Host", "127.0.0.1"),
            ("AlertDelivery:Email:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("AlertDelivery:Email:StartTls", "false"),
            ("AlertDelivery:Email:From", "sentinel@mine.example"),
            ("AlertDelivery:Email:To:0", "shift@mine.example"),
            ("Alerts:SiteUrl", "https://stopes.example"),
        ];

    private static (string, string)[] Hook(HookServer server) =>
        [("AlertDelivery:Webhook:Url", server.Address.ToString()), ("AlertDelivery:Webhook:Secret", Secret)];

    // Header words and bodies beyond ASCII come encoded.
    private static string Text(string mail)
    {
        string[] parts = mail.Split("\n\n", 2);
        string body = parts[1].Replace("\n", "", StringComparison.Ordinal);
        string plain = mail.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body))
            : Uri.UnescapeDataString(parts[1].Replace("=\n", "", StringComparison.Ordinal).Replace('=', '%'));
        string subject = string.Concat(
            parts[0]
                .Split('\n')
                .SelectMany(line => line.Split("=?utf-8?B?").Skip(1))
                .Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Split("?=")[0])))
        );
        return $"{parts[0]}\n{subject}\n{plain}";
    }

    private static async Task RaiseAsync(PageSite site, string name, double deformation = 6)
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync($"Mine of {name}"), name);
        await site.AddReadingsAsync(
            stope,
            new Reading { Timestamp = PageData.Now.AddMinutes(-1), DeformationRateMmPerDay = deformation }
        );
        await site.Services.GetRequiredService<AlertEvaluator>().EvaluateAsync([stope], Token);
    }

    private static async Task<IReadOnlyList<AlertDelivery>> LogAsync(PageSite site)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.AlertDeliveries.AsNoTracking().ToListAsync(Token);
    }
}
