using System.Text.Json;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Testing;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Alerts;

/// <summary>
/// Kill -9 and a full disk while alerts are looked at and messages are sent: no alert twice, none lost, no message lost or written
/// twice. A kill among the ordinary tests; SENTINEL_LONG_TESTS=1 makes 20 one after the other, or SENTINEL_KILLS, drawn by
/// SENTINEL_KILL_SEED.
/// </summary>
public sealed class KilledEvaluationTests : IDisposable
{
    private const int Stopes = 350;
    private const string Secret = "a secret of some length";
    private readonly TempFolder root = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Kills_while_a_site_watches_and_tells_lose_nothing_and_double_nothing()
    {
        await using HookServer server = await HookServer.StartAsync();
        await PrepareAsync();
        int kills = LongTests.Asked ? LongTests.Number("SENTINEL_KILLS", 20) : 1;
        int seed = LongTests.Number("SENTINEL_KILL_SEED", 1);
        Random moments = new(seed);
        for (int kill = 0; kill < kills; kill++)
        {
            await using RunningSite site = await RunningSite.StartAsync(root.Path, Watching(server));
            int told = server.Received.Count;
            // The first kill comes while alerts are written, later ones while messages are sent.
            int more = 1 + (kill == 0 ? 0 : moments.Next(Stopes / kills));
            await Eventually.TrueAsync(() => server.Received.Count >= Math.Min(told + more, Stopes));
            await Task.Delay(TimeSpan.FromMilliseconds(moments.Next(100)), Token);
            await site.KillAsync();
            (long alerts, long messages) = await AssertWholeAsync();
            LongTests.Record(
                "alerts",
                seed,
                kill + 1,
                $"{server.Received.Count} told",
                $"{alerts} of {messages} there"
            );
        }

        await using RunningSite last = await RunningSite.StartAsync(root.Path, Watching(server));
        await Eventually.TrueAsync(async () => await CountAsync("AlertDeliveries WHERE State = 'Sent'") == Stopes);
        Assert.Equal((Stopes, Stopes), await AssertWholeAsync());
        string[] ids = [.. server.Received.Select(one => JsonElement.Parse(one.Body).GetProperty("id").GetString()!)];
        // What was sent and not yet written down when the kill came is sent again under its own id: one message a kill.
        Assert.Equal(Stopes, ids.Distinct().Count());
        Assert.InRange(ids.Length, Stopes, Stopes + kills);
    }

    [Fact]
    public async Task A_disk_that_fills_up_leaves_whole_rounds_and_the_next_one_ends_the_work()
    {
        await PrepareAsync();
        using SmallDisk disk = SmallDisk.Over(root.File("data"));
        await using HookServer server = await HookServer.StartAsync();
        await using PageSite site = new([
            ("Site:Root", root.Path),
            .. Hook(server),
            ("AlertDelivery:FirstPause", "01:00:00"),
        ]);
        int[] stopes;
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            stopes = await database.Stopes.Select(stope => stope.Id).ToArrayAsync(Token);
        }

        AlertEvaluator evaluator = site.Services.GetRequiredService<AlertEvaluator>();
        disk.LeaveFree(300 << 10);
        Exception full = await Assert.ThrowsAnyAsync<Exception>(() => evaluator.EvaluateAsync(stopes, Token));
        Assert.Equal("database_full", DatabaseFailure.Explain(full)?.Code);
        disk.Free();
        (long alerts, _) = await AssertWholeAsync();
        Assert.True(alerts < Stopes, "The disk was large enough.");

        await evaluator.EvaluateAsync(stopes, Token);
        Assert.Equal(0, await evaluator.EvaluateAsync(stopes, Token));
        Assert.Equal((Stopes, Stopes), await AssertWholeAsync());
    }

    // An alert with its line and its message, or nothing of it; a hundred stopes at a time.
    private async Task<(long Alerts, long Messages)> AssertWholeAsync()
    {
        long alerts = await CountAsync("Alerts");
        Assert.True(alerts % 100 == 0 || alerts == Stopes, $"{alerts} alerts are no whole rounds.");
        Assert.Equal(alerts, await CountAsync("(SELECT DISTINCT StopeId, CauseKind, Channel FROM Alerts)"));
        Assert.Equal(alerts, await CountAsync("(SELECT DISTINCT AlertId FROM AlertChanges)"));
        Assert.Equal(alerts, await CountAsync("AlertChanges"));
        long messages = await CountAsync("AlertDeliveries");
        Assert.Equal(alerts, messages);
        Assert.Equal(alerts, await CountAsync("(SELECT DISTINCT AlertId FROM AlertDeliveries)"));
        Assert.Equal("ok", await new DatabaseFile(root.Path).ScalarAsync("PRAGMA integrity_check"));
        return (alerts, messages);
    }

    private async Task<long> CountAsync(string rows) =>
        (long)(await new DatabaseFile(root.Path).ScalarAsync($"SELECT COUNT(*) FROM {rows}"))!;

    private static (string Name, string Value)[] Watching(HookServer server) =>
        [.. Hook(server), ("Alerts:Automatic", "true"), ("AlertDelivery:Timeout", "00:00:01")];

    private static (string Name, string Value)[] Hook(HookServer server) =>
        [("AlertDelivery:Webhook:Url", server.Address.ToString()), ("AlertDelivery:Webhook:Secret", Secret)];

    // Every stope moves fast enough for one alert.
    private async Task PrepareAsync()
    {
        await using (PageSite site = new([("Site:Root", root.Path)]))
        {
            Mine mine = await site.AddMineAsync("North");
            await using SentinelDbContext database = await site.DatabaseAsync();
            Stope[] stopes =
            [
                .. Enumerable
                    .Range(1, Stopes)
                    .Select(n => new Stope(mine.Id, $"S{n}", PageData.Properties, PageData.Now)),
            ];
            database.AddRange(stopes.AsEnumerable());
            await database.SaveChangesAsync(Token);
            database.AddRange(
                stopes.Select(stope => new Reading
                {
                    StopeId = stope.Id,
                    Timestamp = PageData.Now.AddMinutes(-1),
                    DeformationRateMmPerDay = 6,
                })
            );
            await database.SaveChangesAsync(Token);
        }

        SqliteConnection.ClearAllPools();
    }
}
