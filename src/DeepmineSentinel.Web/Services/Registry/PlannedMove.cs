using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>A move of a pointer before it is made.</summary>
/// <param name="Kind">Promotion or rollback.</param>
/// <param name="Next">Version that answers from here on.</param>
/// <param name="Now">Where the pointers stand.</param>
/// <param name="Choice">Who decided, and why.</param>
internal sealed record PlannedMove(
    PointerMoveKind Kind,
    ModelVersion Next,
    ProductionPointers Now,
    PointerChoice Choice
)
{
    private const int LongestReasons = 4_000;

    /// <summary>The move as history keeps it.</summary>
    public PointerMove ToMove(long sequence, DateTime at) =>
        new()
        {
            Sequence = sequence,
            Purpose = Next.Purpose,
            Kind = Kind,
            RunId = Next.RunId,
            PreviousRunId = Now.Production?.RunId,
            At = at,
            By = Choice.By,
            GatePassed = Choice.GatePassed,
            GateReasons = Choice.GateReasons is { Length: > LongestReasons } text
                ? text[..LongestReasons]
                : Choice.GateReasons,
            Reason = Choice.Reason,
        };
}
