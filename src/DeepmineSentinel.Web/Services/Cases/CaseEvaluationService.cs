using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Learning.Evaluation.Cases;

namespace DeepmineSentinel.Web.Services.Cases;

/// <summary>Evaluates models of the stability graph on case histories of a file or of the database.</summary>
public sealed class CaseEvaluationService(CaseHistorySource source)
{
    /// <summary>Evaluates.</summary>
    /// <param name="path">A CSV file; null: the stored cases.</param>
    /// <param name="progress">Gets a line a fold.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<CaseEvaluationReport> EvaluateAsync(
        string? path,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        CaseHistorySet set = await source.ReadAsync(path, cancellationToken);
        CaseEvaluation evaluation = await Task.Factory.StartNew(
            () => new CaseEvaluator(new CaseEvaluationOptions()).Run(set.Cases, progress, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return new CaseEvaluationReport(set.Sha256, set.Remarks, evaluation);
    }
}
