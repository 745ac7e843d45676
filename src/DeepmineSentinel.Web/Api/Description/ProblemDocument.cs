using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Web.Api.Stopes;

namespace DeepmineSentinel.Web.Api.Description;

/// <summary>Every error of the API (RFC 9457). Scripts look at <c>code</c>, which never changes, not at the sentence.</summary>
internal sealed record ProblemDocument
{
    /// <summary>Status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>The kind of problem, for people.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong and what to do, for people.</summary>
    public required string Detail { get; init; }

    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Under which the site's log has more.</summary>
    public required string TraceId { get; init; }

    /// <summary>What is wrong, member by member or field by field; left out where nothing of the kind is.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What is wrong with a file, row by row.</summary>
    public IReadOnlyList<RowProblem>? Problems { get; init; }

    /// <summary>How many such problems there are, shown or not.</summary>
    public int? TotalProblems { get; init; }

    /// <summary>The stope as it is now, where an edit was made from an older one.</summary>
    public StopeDocument? Current { get; init; }

    /// <summary>The ETag to send the edit again with.</summary>
    public string? CurrentETag { get; init; }

    /// <summary>The edit as it was understood.</summary>
    public SentStope? Sent { get; init; }

    /// <summary>What the gate found, where a promotion was refused.</summary>
    public GateVerdict? Gate { get; init; }
}
