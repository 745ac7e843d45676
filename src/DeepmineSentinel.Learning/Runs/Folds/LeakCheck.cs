using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>
/// Whether labels reach the network by any way but learning: with the outcomes of stopes dealt out anew among them, nothing of
/// a stope tells its outcome, and the 7-day AUC must be that of chance.
/// </summary>
/// <param name="Aucs">Pooled 7-day AUC of the network, one a shuffle.</param>
public sealed record LeakCheck(IReadOnlyList<double> Aucs)
{
    /// <summary>Shuffles.</summary>
    public const int Shuffles = 5;

    /// <summary>How far from chance the mean may lie.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Mean AUC; null: no shuffle left a failure to foresee.</summary>
    public double? Mean => Aucs.Count == 0 ? null : Aucs.Average();

    /// <summary>Whether it is that of chance.</summary>
    public bool Passed => Mean is { } mean && Math.Abs(mean - 0.5) <= Tolerance;

    /// <summary>Checks.</summary>
    /// <param name="request">The evaluation to check.</param>
    /// <param name="journal">Knows folds that were run before.</param>
    /// <param name="token">Looked at once a batch.</param>
    public static LeakCheck Run(CrossValidationRequest request, IFoldJournal journal, CancellationToken token) =>
        new([
            .. Enumerable
                .Range(1, Shuffles)
                .Select(shuffle =>
                    CrossValidation
                        .Run(
                            request with
                            {
                                Data = Shuffled(request.Data, shuffle),
                                BranchesAlone = false,
                                Importance = false,
                            },
                            journal,
                            token
                        )
                        .Room?.NetworkAuc
                )
                .OfType<double>(),
        ]);

    /// <summary>The same stopes and readings with each other's outcomes and labels.</summary>
    internal static MineDataset Shuffled(MineDataset data, int shuffle)
    {
        SeededNumbers numbers = new(shuffle, "shuffled labels");
        int[] from = [.. Enumerable.Range(0, data.Stopes.Count)];
        for (int i = from.Length - 1; i > 0; i--)
        {
            int other = numbers.NextIndex(i + 1);
            (from[i], from[other]) = (from[other], from[i]);
        }

        return new MineDataset(
            [
                .. data.Stopes.Select(
                    (stope, i) =>
                        stope with
                        {
                            Outcomes = data.Stopes[from[i]].Outcomes,
                            UndatedStability = data.Stopes[from[i]].UndatedStability,
                        }
                ),
            ],
            Configuration.HashOf(string.Create(CultureInfo.InvariantCulture, $"{data.ContentHash} shuffled {shuffle}"))
        );
    }
}
