using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Data.Tests.ArtifactFiles;

public sealed class RegistryLogTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly RegistryLog log;

    public RegistryLogTests() => log = new RegistryLog(folder.File("models"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moves_are_read_back_as_they_were_written()
    {
        PointerMove first = Move(1) with { Reason = "It said \"no\";\nsecond line, Größe", GatePassed = false };
        PointerMove second = Move(2) with { Kind = PointerMoveKind.Rollback, PreviousRunId = first.RunId };
        using (RegistryLogWriter writer = await log.OpenAsync(Token))
        {
            writer.Append(first);
            writer.Append(second);
        }

        Assert.Equal([first, second], log.Read().Moves);
        Assert.Equal(2, (await File.ReadAllLinesAsync(log.FilePath, Token)).Length);
    }

    [Fact]
    public async Task A_torn_last_line_is_passed_over_and_does_not_spoil_the_next_one()
    {
        using (RegistryLogWriter writer = await log.OpenAsync(Token))
        {
            writer.Append(Move(1));
            writer.Append(Move(2));
        }

        byte[] bytes = await File.ReadAllBytesAsync(log.FilePath, Token);
        await File.WriteAllBytesAsync(log.FilePath, bytes[..^20], Token);
        RegistryHistory torn = log.Read();
        using (RegistryLogWriter writer = await log.OpenAsync(Token))
        {
            writer.Append(Move(3));
        }

        Assert.Equal((1, 1), (torn.Last, torn.UnreadableLines));
        Assert.Equal([1, 3], log.Read().Moves.Select(move => move.Sequence));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("\0\0\0\0")]
    [InlineData(
        """{"sequence":2,"at":"2026-01-01T00:00:00Z","kind":"promotion","purpose":"stope","production":"../../etc","by":"x"}"""
    )]
    [InlineData(
        """{"sequence":-1,"at":"2026-01-01T00:00:00Z","kind":"promotion","purpose":"stope","production":"20260131_235959_0a1b2c3d","by":"x"}"""
    )]
    [InlineData(
        """{"sequence":2,"at":"2026-01-01T00:00:00Z","kind":"7","purpose":"stope","production":"20260131_235959_0a1b2c3d","by":"x"}"""
    )]
    public async Task A_line_that_is_no_move_leads_nowhere(string line)
    {
        using (RegistryLogWriter writer = await log.OpenAsync(Token))
        {
            writer.Append(Move(1));
        }

        await File.AppendAllTextAsync(log.FilePath, line + "\n", Token);

        RegistryHistory history = log.Read();
        Assert.Equal((1, 1), (history.Last, history.UnreadableLines));
    }

    [Fact]
    public async Task A_line_that_was_taken_back_is_gone()
    {
        using RegistryLogWriter writer = await log.OpenAsync(Token);
        writer.Append(Move(1));
        long end = writer.Append(Move(2));
        writer.TakeBack(end);

        Assert.Equal(1, log.Read().Last);
    }

    [Fact]
    public async Task Only_one_holds_the_turn_and_the_next_gets_it_when_it_is_given_away()
    {
        RegistryLogWriter first = await log.OpenAsync(Token);
        Task<RegistryLogWriter> second = new RegistryLog(folder.File("models")).OpenAsync(Token);

        // Whoever gets the turn at the first try has it by now: only a refused try waits.
        bool waits = !second.IsCompleted;
        first.Dispose();
        using RegistryLogWriter next = await second;
        next.Append(Move(1));
        Task<RegistryLogWriter> third = log.OpenAsync(Token);
        bool thirdWaits = !third.IsCompleted;
        next.Dispose();
        using RegistryLogWriter last = await third;

        Assert.Equal((true, true, 1), (waits, thirdWaits, log.Read().Last));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_at_once()
    {
        Directory.CreateDirectory(log.FilePath);

        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() => log.OpenAsync(Token));

        Assert.Equal((FailureKind.Unavailable, "registry_unavailable"), (refused.Kind, refused.Code));
        Assert.Contains("nothing was changed", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static PointerMove Move(long sequence) =>
        new()
        {
            Sequence = sequence,
            Purpose = ModelPurpose.Stope,
            Kind = PointerMoveKind.Promotion,
            RunId = $"20260131_235959_0a1b2c3{sequence}",
            At = SqliteSite.Now,
            By = "tester",
            GatePassed = true,
            GateReasons = "Log-loss 0.1 is below that of the majority.",
        };
}
