using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Looks at a run's options before it is queued, so that it does not fail later for what could be seen now.</summary>
public sealed class TrainingOptionsCheck(RunRequests requests, IDbContextFactory<SentinelDbContext> contexts)
{
    /// <summary>The code of every refusal.</summary>
    public const string Code = "invalid_training_options";

    /// <summary>Everything that is wrong; fields are named as the command's options are, without dashes in front.</summary>
    public async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(
        TrainModelOptions options,
        CancellationToken cancellationToken
    )
    {
        List<FieldProblem> problems = [.. RangeProblems(options)];
        if (options.Notes?.Trim().Length > ModelVersion.NotesLength)
        {
            problems.Add(new FieldProblem("notes", $"must be at most {ModelVersion.NotesLength} characters"));
        }

        if (
            options is { Source: TrainingSource.Database, Mine: { } mine }
            && await MineProblemAsync(mine, cancellationToken) is { } unknown
        )
        {
            problems.Add(unknown);
        }

        if (options.Purpose == ModelPurpose.CaseHistory && !IsOfCasesAlone(options))
        {
            problems.Add(
                new FieldProblem("purpose", "case_history goes with seed, notes, promote and generateReport alone")
            );
        }

        if (ParentProblem(options.From) is { } unusable)
        {
            problems.Add(unusable);
        }

        return problems;
    }

    /// <summary>The options with the preset and layers of the run they start from; as they are where there is none, or it cannot be used.</summary>
    public TrainModelOptions WithShapeOfParent(TrainModelOptions options) =>
        ParentProblem(options.From) is null ? requests.WithShapeOfParent(options) : options;

    private static bool IsOfCasesAlone(TrainModelOptions options) =>
        options
        == new TrainModelOptions
        {
            Purpose = options.Purpose,
            Source = options.Source,
            CaseHistoriesPath = options.CaseHistoriesPath,
            Seed = options.Seed,
            Notes = options.Notes,
            Promote = options.Promote,
            GenerateReport = options.GenerateReport,
        };

    private FieldProblem? ParentProblem(string? from)
    {
        try
        {
            requests.ThrowIfNoParent(from);
            return null;
        }
        catch (SentinelException unusable)
        {
            return new FieldProblem("from", $"cannot be started from: {unusable.Message.TrimEnd('.')}");
        }
    }

    private static IEnumerable<FieldProblem> RangeProblems(TrainModelOptions options)
    {
        try
        {
            // Notes have a check of their own, and would hide the rest.
            return [.. (options with { Notes = null }).ToLearning().Problems().Select(Parted)];
        }
        catch (SentinelException word)
        {
            return [Parted(word.Message.TrimEnd('.'))];
        }
    }

    // "batch-size must be from 2 to 4096": the field, then what is allowed.
    private static FieldProblem Parted(string sentence)
    {
        int blank = sentence.IndexOf(' ', StringComparison.Ordinal);
        return new FieldProblem(sentence[..blank], sentence[(blank + 1)..]);
    }

    private async Task<FieldProblem?> MineProblemAsync(string mine, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<string> names = await context
            .Mines.OrderBy(known => known.Name)
            .Select(known => known.Name)
            .ToListAsync(cancellationToken);
        return names.Contains(mine) ? null
            : NearestWord.Of(mine, names) is { } near ? new FieldProblem("mine", $"names no mine; did you mean {near}?")
            : new FieldProblem("mine", "names no mine");
    }
}
