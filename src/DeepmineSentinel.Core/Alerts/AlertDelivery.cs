namespace DeepmineSentinel.Core.Alerts;

/// <summary>One message about an alert on one channel: queued with the alert's change, kept as the log of what was really sent.</summary>
public sealed class AlertDelivery
{
    /// <summary>Length of a key.</summary>
    public const int KeyLength = 32;

    /// <summary>Longest target.</summary>
    public const int TargetLength = 500;

    /// <summary>Longest answer that is kept.</summary>
    public const int AnswerLength = 500;

    /// <summary>Key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Key that a receiver knows a repeated message by: 32 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>Alert it is about; null: a test. The log outlives the alert.</summary>
    public int? AlertId { get; init; }

    /// <summary>What happened to the alert; null: a test.</summary>
    public AlertChangeKind? Kind { get; init; }

    /// <summary>How it goes out.</summary>
    public required DeliveryChannel Channel { get; init; }

    /// <summary>To whom: addresses, or an address without its query.</summary>
    public required string Target { get; init; }

    /// <summary>What is told, as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>When it was queued, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>How far it is.</summary>
    public DeliveryState State { get; private set; } = DeliveryState.Queued;

    /// <summary>Attempts made.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be tried before, UTC.</summary>
    public required DateTime NextAttemptAt { get; set; }

    /// <summary>When it was sent or given up, UTC; null: it waits.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What the other end answered last; null: it was not asked yet.</summary>
    public string? Answer { get; private set; }

    /// <summary>The other end took it.</summary>
    public void Succeed(string answer, DateTime now)
    {
        Attempts++;
        State = DeliveryState.Sent;
        EndedAt = now;
        Answer = Cut(answer);
    }

    /// <summary>An attempt failed: it waits twice as long as before, or is given up.</summary>
    /// <param name="answer">Why.</param>
    /// <param name="retry">First pause, longest pause and most attempts.</param>
    /// <param name="now">Present moment, UTC.</param>
    public void Fail(string answer, DeliveryRetry retry, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(retry);
        Attempts++;
        Answer = Cut(answer);
        if (Attempts >= retry.MostAttempts)
        {
            State = DeliveryState.GivenUp;
            EndedAt = now;
        }
        else
        {
            NextAttemptAt = now + retry.PauseAfter(Attempts);
        }
    }

    private static string Cut(string text) => text.Length <= AnswerLength ? text : text[..AnswerLength];
}
