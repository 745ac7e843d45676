using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Web.Problems;

/// <summary>The one table from kind of failure to HTTP status, title and exit code.</summary>
internal static class FailureStatus
{
    public static int Http(FailureKind kind) =>
        kind switch
        {
            FailureKind.InvalidInput => StatusCodes.Status400BadRequest,
            FailureKind.NotFound => StatusCodes.Status404NotFound,
            FailureKind.Conflict => StatusCodes.Status409Conflict,
            FailureKind.InsufficientData => StatusCodes.Status422UnprocessableEntity,
            FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    public static string Title(FailureKind kind) =>
        kind switch
        {
            FailureKind.InvalidInput => "The input cannot be used",
            FailureKind.NotFound => "Not found",
            FailureKind.Conflict => "This is not possible now",
            FailureKind.InsufficientData => "There is not enough data",
            FailureKind.Unavailable => "Something outside does not answer",
            FailureKind.Damaged => "A stored file is damaged",
            _ => "Something went wrong",
        };

    /// <summary>2: the user can mend it by other input; 1: the user cannot.</summary>
    public static int Exit(FailureKind kind) =>
        kind is FailureKind.InvalidInput or FailureKind.NotFound or FailureKind.InsufficientData
            ? ExitCode.WrongUse
            : ExitCode.Failed;
}
