using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api.Records;

/// <summary>An observed outcome as scripts read it.</summary>
internal sealed record OutcomeDocument
{
    public required int Id { get; init; }
    public required int StopeId { get; init; }
    public required DateTime ObservedAt { get; init; }

    /// <summary>Null: not known.</summary>
    public required DateTime? OccurredAt { get; init; }
    public required OutcomeClass Class { get; init; }

    /// <summary>Null: not surveyed.</summary>
    public required double? ElosMetres { get; init; }
    public required string? Source { get; init; }

    /// <summary>Null: it was imported or generated.</summary>
    public required string? EnteredBy { get; init; }

    /// <summary>Whether it may be learnt from.</summary>
    public required OutcomeReviewState Review { get; init; }

    public static OutcomeDocument Of(Outcome outcome, OutcomeReviewState state) =>
        new()
        {
            Id = outcome.Id,
            StopeId = outcome.StopeId,
            ObservedAt = outcome.ObservedAt,
            OccurredAt = outcome.OccurredAt,
            Class = outcome.Class,
            ElosMetres = outcome.ElosMetres,
            Source = outcome.Source,
            EnteredBy = outcome.EnteredBy,
            Review = state,
        };
}
