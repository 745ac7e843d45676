using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Problems;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Tells a failure on stderr, without a stack trace, and gives its exit code.</summary>
internal static class FailureReport
{
    public static async Task<int> WriteAsync(Exception exception, TextWriter error)
    {
        switch (DatabaseFailure.Explain(exception) ?? exception)
        {
            case InputRejectedException rejected:
                await WriteRowsAsync(rejected, error);
                return ExitCode.WrongUse;
            case SentinelException known:
                await error.WriteLineAsync($"{known.Message} [{known.Code}]");
                return FailureStatus.Exit(known.Kind);
            case OptionsValidationException settings:
                await error.WriteLineAsync(string.Join(Environment.NewLine, settings.Failures));
                return ExitCode.WrongUse;
            // What the configuration binder throws has no type of its own.
            case InvalidOperationException setting
                when setting.Message.Contains("onfiguration", StringComparison.Ordinal):
                await error.WriteLineAsync(setting.Message);
                return ExitCode.WrongUse;
            case FileNotFoundException or DirectoryNotFoundException:
                await error.WriteLineAsync(exception.Message);
                return ExitCode.WrongUse;
            case IOException or UnauthorizedAccessException:
                await error.WriteLineAsync($"{exception.Message} [file_failure]");
                return ExitCode.Failed;
            default:
                await error.WriteLineAsync(
                    $"This is a defect, and nothing was lost: {exception.GetType().Name}: {exception.Message}"
                );
                return ExitCode.Failed;
        }
    }

    private static async Task WriteRowsAsync(InputRejectedException rejected, TextWriter error)
    {
        foreach (RowProblem problem in rejected.Problems)
        {
            await error.WriteLineAsync(problem.ToString());
        }

        int hidden = rejected.Total - rejected.Problems.Count;
        await error.WriteLineAsync(
            hidden > 0
                ? $"{rejected.Total} problems, {hidden} of them not shown. Nothing was written."
                : $"{rejected.Total} problem(s). Nothing was written."
        );
    }
}
