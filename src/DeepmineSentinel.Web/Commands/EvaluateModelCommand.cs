using System.CommandLine;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Cases;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Says how good models are on data that they did not learn from.</summary>
internal sealed class EvaluateModelCommand : Command
{
    private const string Database = "database";

    private readonly Option<string?> caseHistories = new("--case-histories")
    {
        Description = "Evaluate models of the stability graph on case histories: a CSV file, or database.",
        HelpName = "FILE|database",
    };

    public EvaluateModelCommand(CommandRunner runner)
        : base("evaluate-model", "Evaluate on held-out data, beside every baseline.")
    {
        Options.Add(caseHistories);
        SetAction(runner.Action(RunAsync));
    }

    private Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken) =>
        scope.Value(caseHistories) is { } cases
            ? EvaluateCasesAsync(scope, cases, cancellationToken)
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "nothing_to_evaluate",
                "Say what to evaluate on: --case-histories FILE or --case-histories database."
            );

    private static async Task<int> EvaluateCasesAsync(CommandScope scope, string source, CancellationToken token)
    {
        string? path = source == Database ? null : scope.ExistingFile(source);
        CaseEvaluationReport report = await scope
            .Get<CaseEvaluationService>()
            .EvaluateAsync(path, new LineWriter(scope.Console.Error), token);
        if (scope.Json)
        {
            scope.WriteJson(report);
        }
        else
        {
            CaseEvaluationText.Write(report, scope.Console.Output);
        }

        return ExitCode.Done;
    }

    private sealed class LineWriter(TextWriter writer) : IProgress<string>
    {
        public void Report(string value) => writer.WriteLine(value);
    }
}
