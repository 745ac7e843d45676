using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>How well one way of answering told the states.</summary>
public sealed record CaseScores
{
    /// <summary>Share answered rightly.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean over states of the share answered rightly.</summary>
    public required double BalancedAccuracy { get; init; }

    /// <summary>F1, states alike.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Failures scored.</summary>
    public required int Failures { get; init; }

    /// <summary>Of these, called stable: the number that kills.</summary>
    public required int FailuresCalledStable { get; init; }

    /// <summary>95 % interval of the balanced accuracy.</summary>
    public required IReadOnlyList<double> BalancedAccuracyInterval { get; init; }

    /// <summary>Counts by true state, then answered state.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Confusion { get; init; }

    internal static CaseScores Of(int[] labels, int[] answers, int states, StopeDraws draws)
    {
        ConfusionMatrix confusion = new(states, labels, answers);
        MetricInterval interval = draws.Interval(weights =>
            WeightedScores.Confusion(states, labels, answers, weights).BalancedAccuracy
        );
        return new CaseScores
        {
            Accuracy = confusion.Accuracy,
            BalancedAccuracy = confusion.BalancedAccuracy,
            MacroF1 = confusion.MacroF1,
            Failures = (int)confusion.Support(states - 1),
            FailuresCalledStable = (int)confusion.Rows[states - 1][0],
            BalancedAccuracyInterval = [interval.Lower, interval.Upper],
            Confusion = confusion.Rows,
        };
    }
}
