using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs.Ablation;
using DeepmineSentinel.Learning.Runs.Folds;
using DeepmineSentinel.Learning.Runs.Report;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Cases;
using DeepmineSentinel.Web.Services.Evaluation;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Says how good models are on data that they did not learn from.</summary>
internal sealed class EvaluateModelCommand : Command
{
    private const string Database = "database";

    private readonly FoldEvaluationInput input = new();
    private readonly Option<string?> caseHistories = new("--case-histories")
    {
        Description =
            "Instead of stopes, evaluate models of the stability graph on case histories: a CSV file, or database.",
        HelpName = "FILE|database",
    };
    private readonly Option<bool> checkLeaks = new("--check-leaks")
    {
        Description =
            "Evaluate five times with outcomes dealt out anew among the stopes: the 7-day AUC must be that of chance. Exit 1 where it is not.",
    };
    private readonly AblationInput ablation = new();
    private readonly Option<string?> json = new("--json-file")
    {
        Description = "Write all figures to this file, as JSON.",
    };
    private readonly Option<string?> html = new("--html")
    {
        Description = "Write a report with drawings to this file.",
    };

    public EvaluateModelCommand(CommandRunner runner)
        : base("evaluate-model", "Evaluate on held-out data, beside every baseline.")
    {
        foreach (Option option in input.All().Concat([checkLeaks, .. ablation.All(), json, html, caseHistories]))
        {
            Options.Add(option);
        }

        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (scope.Value(caseHistories) is { } cases)
        {
            return await EvaluateCasesAsync(scope, cases, cancellationToken);
        }

        if ((input.Refusal(scope) ?? ablation.Refusal(scope)) is { } refusal)
        {
            await scope.Console.Error.WriteLineAsync(refusal);
            return ExitCode.WrongUse;
        }

        try
        {
            if (ablation.IsAsked(scope))
            {
                Show(scope, await AblateAsync(scope, cancellationToken));
                return ExitCode.Done;
            }

            if (scope.Value(checkLeaks))
            {
                return await CheckLeaksAsync(scope, cancellationToken);
            }

            CrossValidationResult result = await scope
                .Get<FoldEvaluationService>()
                .EvaluateAsync(input.Read(scope), scope.Console.Error.WriteLine, cancellationToken);
            Show(scope, result);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            await scope.Console.Error.WriteLineAsync("Folds that ended are kept; the same command goes on from there.");
            throw;
        }
    }

    private async Task<int> CheckLeaksAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        LeakCheck check = await scope
            .Get<FoldEvaluationService>()
            .CheckLeaksAsync(input.Read(scope), scope.Console.Error.WriteLine, cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(check, ArtifactJson.ResultOptions);
        }
        else
        {
            await scope.Console.Output.WriteLineAsync(
                FormattableString.Invariant(
                    $"Outcomes dealt out anew: mean 7-day AUC {check.Mean:F3} ({string.Join(", ", check.Aucs.Select(auc => auc.ToString("F3", CultureInfo.InvariantCulture)))}); {(check.Passed ? "chance, as it must be" : "not chance: something but learning tells outcomes")}"
                )
            );
        }

        return check.Passed ? ExitCode.Done : ExitCode.Failed;
    }

    private Task<AblationResult> AblateAsync(CommandScope scope, CancellationToken cancellationToken) =>
        scope
            .Get<FoldEvaluationService>()
            .AblateAsync(
                input.Read(scope),
                start => ablation.Read(scope, start),
                scope.Console.Error.WriteLine,
                cancellationToken
            );

    private void Show(CommandScope scope, AblationResult result) =>
        Show(scope, result, file => AblationReport.Write(file, result), output => AblationText.Write(result, output));

    private void Show(CommandScope scope, CrossValidationResult result) =>
        Show(scope, result, file => FoldReport.Write(file, result), output => FoldEvaluationText.Write(result, output));

    private void Show<TResult>(CommandScope scope, TResult result, Action<Stream> report, Action<TextWriter> text)
    {
        if (scope.Value(json) is { } path)
        {
            using FileStream file = File.Create(scope.Console.Resolve(path));
            JsonSerializer.Serialize(file, result, ArtifactJson.ResultOptions);
        }

        if (scope.Value(html) is { } page)
        {
            using FileStream file = File.Create(scope.Console.Resolve(page));
            report(file);
        }

        if (scope.Json)
        {
            scope.WriteJson(result, ArtifactJson.ResultOptions);
        }
        else
        {
            text(scope.Console.Output);
        }
    }

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
