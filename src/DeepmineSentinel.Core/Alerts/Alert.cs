namespace DeepmineSentinel.Core.Alerts;

/// <summary>One alert about one stope and one cause, from its raising to its end: a small state machine. What the site sees moves it
/// in <see cref="Observe"/>; what people do stands in Alert.Answers.cs. Every move leaves a line in <see cref="Changes"/>.</summary>
public sealed partial class Alert
{
    /// <summary>Longest sentence of what raised it.</summary>
    public const int ReasonLength = 500;

    private readonly List<AlertChange> changes = [];

    /// <summary>Opens an alert: grey ones pending, all others active at once.</summary>
    /// <param name="stopeId">Stope it is about.</param>
    /// <param name="evidence">What raises it; above normal.</param>
    /// <param name="plan">Times and responses.</param>
    /// <param name="now">Present moment, UTC.</param>
    public Alert(int stopeId, AlertEvidence evidence, ResponsePlan plan, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(plan);
        if (evidence.Level <= AlertLevel.Normal)
        {
            throw new ArgumentException("Nothing at or below normal opens an alert.", nameof(evidence));
        }

        StopeId = stopeId;
        CauseKind = evidence.Cause.Kind;
        Channel = evidence.Cause.Channel;
        Level = PeakLevel = evidence.Level;
        bool waits = evidence.Level == AlertLevel.NoData && plan.ConfirmNoDataAfter > TimeSpan.Zero;
        State = waits ? AlertState.Pending : AlertState.Active;
        RaisedAt = LevelSince = now;
        CalledAt = waits ? null : now;
        Note(evidence);
        Keep(AlertChangeKind.Raised, AlertChange.Site, now, evidence.Reason, null, null);
    }

    // EF Core.
    private Alert() { }

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Stope it is about.</summary>
    public int StopeId { get; private set; }

    /// <summary>What kind of thing raised it.</summary>
    public AlertCauseKind CauseKind { get; private set; }

    /// <summary>Channel of the cause; empty: none.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>What raised it.</summary>
    public AlertCause Cause => new(CauseKind, Channel);

    /// <summary>Level; of a resolved one the last.</summary>
    public AlertLevel Level { get; private set; }

    /// <summary>The worst level that it had.</summary>
    public AlertLevel PeakLevel { get; private set; }

    /// <summary>Where it stands.</summary>
    public AlertState State { get; private set; }

    /// <summary>What was last measured or said of the cause.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>That, marked where it speaks for less than the level, which is lowered only with time.</summary>
    public string ReasonInWords =>
        IsOpen && Condition < Level && Condition != AlertLevel.Unknown
            ? $"Less by now, not yet lowered: {Reason}"
            : Reason;

    /// <summary>Newest reading behind that, UTC; null: none.</summary>
    public DateTime? AsOf { get; private set; }

    /// <summary>Level that the cause gives at present, without the time that lowering takes.</summary>
    public AlertLevel Condition { get; private set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime RaisedAt { get; private set; }

    /// <summary>When it got its level, UTC.</summary>
    public DateTime LevelSince { get; private set; }

    /// <summary>Since when people are called and have not answered, UTC; null: nobody is.</summary>
    public DateTime? CalledAt { get; private set; }

    /// <summary>When others were called as nobody answered, UTC; null: that was not needed at this level.</summary>
    public DateTime? EscalatedAt { get; private set; }

    /// <summary>When somebody took it in hand, UTC; null: nobody at this level.</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>Who did; null: nobody.</summary>
    public string? AcknowledgedBy { get; private set; }

    /// <summary>What they said; null: nothing.</summary>
    public string? Comment { get; private set; }

    /// <summary>Until when nobody is called, UTC; null: it is not silenced.</summary>
    public DateTime? SilencedUntil { get; private set; }

    /// <summary>When it ended, UTC; null: it is open.</summary>
    public DateTime? ResolvedAt { get; private set; }

    /// <summary>Who ended it: a person, or the site; null: it is open.</summary>
    public string? ResolvedBy { get; private set; }

    /// <summary>Why it ended; null: it is open.</summary>
    public string? Resolution { get; private set; }

    /// <summary>Since when everything spoke for a lower level, UTC; null: it does not.</summary>
    public DateTime? CalmSince { get; private set; }

    /// <summary>Newest reading when that began, UTC.</summary>
    public DateTime? CalmAsOf { get; private set; }

    /// <summary>The worst level that was seen since.</summary>
    public AlertLevel CalmLevel { get; private set; }

    /// <summary>Grows with every change that people see, so that two editors notice each other.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether it is not over.</summary>
    public bool IsOpen => State != AlertState.Resolved;

    /// <summary>What happened, oldest first; of an alert that was read back only what happened since, unless all was read.</summary>
    public IReadOnlyList<AlertChange> Changes => changes;

    /// <summary>Takes in what is known now. Raises at once; lowers only where everything known spoke for a lower level all through
    /// the plan's time and a later reading agrees; what is unknown starts that time anew.</summary>
    /// <exception cref="InvalidOperationException">The alert is over, or the evidence is of another cause.</exception>
    public void Observe(AlertEvidence evidence, ResponsePlan plan, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(plan);
        if (!IsOpen || evidence.Cause != Cause)
        {
            throw new InvalidOperationException("Only an open alert is observed, and by its own cause.");
        }

        EndSilence(now);
        Note(evidence);
        if (evidence.Level > Level)
        {
            Raise(evidence, now);
        }
        else if (evidence.HoldLevel >= Level || evidence.IsBlind || evidence.Level == AlertLevel.Unknown)
        {
            CalmSince = CalmAsOf = null;
        }
        else
        {
            NoteCalm(evidence, plan, now);
        }

        if (IsOpen)
        {
            Confirm(plan, now);
            Escalate(plan, now);
        }
    }

    /// <summary>Ends it because what it is about is no longer watched.</summary>
    public void Close(string reason, DateTime now)
    {
        if (IsOpen)
        {
            End(AlertChange.Site, reason, now);
        }
    }

    private void Note(AlertEvidence evidence)
    {
        bool calmBlindly = evidence.IsBlind && evidence.Level <= AlertLevel.Normal;
        Condition = calmBlindly ? AlertLevel.Unknown : evidence.Level;
        if (Condition != AlertLevel.Unknown)
        {
            Reason = evidence.Reason.Length <= ReasonLength ? evidence.Reason : evidence.Reason[..ReasonLength];
            AsOf = evidence.AsOf;
        }
    }

    private void Raise(AlertEvidence evidence, DateTime now)
    {
        (AlertState state, AlertLevel level) = (State, Level);
        Level = evidence.Level;
        PeakLevel = Level > PeakLevel ? Level : PeakLevel;
        State = AlertState.Active;
        LevelSince = now;
        CalledAt = now;
        EscalatedAt = AcknowledgedAt = SilencedUntil = CalmSince = CalmAsOf = null;
        AcknowledgedBy = Comment = null;
        Keep(AlertChangeKind.LevelRaised, AlertChange.Site, now, evidence.Reason, state, level);
    }

    private void NoteCalm(AlertEvidence evidence, ResponsePlan plan, DateTime now)
    {
        if (State == AlertState.Pending)
        {
            End(AlertChange.Site, "It was over before it was confirmed.", now);
            return;
        }

        if (CalmSince is null)
        {
            CalmSince = now;
            CalmAsOf = evidence.AsOf;
            CalmLevel = evidence.HoldLevel;
        }

        CalmLevel = evidence.HoldLevel > CalmLevel ? evidence.HoldLevel : CalmLevel;
        bool longEnough = now - CalmSince >= plan.Of(Level).LowerAfter;
        if (longEnough && (Cause.IsGrey || evidence.AsOf > CalmAsOf))
        {
            Lower(evidence, now);
        }
    }

    private void Lower(AlertEvidence evidence, DateTime now)
    {
        if (CalmLevel <= AlertLevel.Normal)
        {
            End(AlertChange.Site, evidence.Reason, now);
            return;
        }

        AlertLevel before = Level;
        Level = CalmLevel;
        LevelSince = now;
        CalmSince = CalmAsOf = null;
        Keep(AlertChangeKind.LevelLowered, AlertChange.Site, now, evidence.Reason, State, before);
    }

    private void Confirm(ResponsePlan plan, DateTime now)
    {
        if (State == AlertState.Pending && Condition >= Level && now - RaisedAt >= plan.ConfirmNoDataAfter)
        {
            State = AlertState.Active;
            CalledAt = now;
            Keep(AlertChangeKind.Confirmed, AlertChange.Site, now, Reason, AlertState.Pending, Level);
        }
    }

    private void Escalate(ResponsePlan plan, DateTime now)
    {
        bool late = State == AlertState.Active && EscalatedAt is null && now - CalledAt >= plan.Of(Level).EscalateAfter;
        if (late)
        {
            EscalatedAt = now;
            Keep(AlertChangeKind.Escalated, AlertChange.Site, now, null, State, Level);
        }
    }

    private void EndSilence(DateTime now)
    {
        if (State == AlertState.Silenced && now >= SilencedUntil)
        {
            State = AcknowledgedAt is null ? AlertState.Active : AlertState.Acknowledged;
            SilencedUntil = null;
            CalledAt = now;
            EscalatedAt = null;
            Keep(AlertChangeKind.SilenceEnded, AlertChange.Site, now, null, AlertState.Silenced, Level);
        }
    }

    private void End(string by, string reason, DateTime now)
    {
        AlertState before = State;
        State = AlertState.Resolved;
        ResolvedAt = now;
        ResolvedBy = by;
        Resolution = reason;
        SilencedUntil = CalledAt = null;
        Keep(AlertChangeKind.Resolved, by, now, reason, before, Level);
    }

    private void Keep(AlertChangeKind kind, string by, DateTime at, string? text, AlertState? state, AlertLevel? level)
    {
        Revision++;
        changes.Add(
            new AlertChange
            {
                At = at,
                By = by,
                Kind = kind,
                StateBefore = state,
                State = State,
                LevelBefore = level,
                Level = Level,
                Until = SilencedUntil,
                Text = text?.Length > AlertChange.TextLength ? text[..AlertChange.TextLength] : text,
            }
        );
    }
}
