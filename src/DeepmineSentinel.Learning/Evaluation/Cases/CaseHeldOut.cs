using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Datasets.Cases;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>What one candidate said of every case while the case's fold was held out.</summary>
internal sealed class CaseHeldOut(ICaseModel model, int cases, int states)
{
    private readonly List<string> chosen = [];

    public ICaseModel Model => model;

    public IReadOnlyList<string> Chosen => chosen;

    /// <summary>Probabilities, [cases][3]; null where the candidate has none.</summary>
    public double[]?[] Probabilities { get; } = new double[]?[cases];

    public int[] Likeliest { get; } = new int[cases];

    public int[] Weighed { get; } = new int[cases];

    /// <summary>States that cannot be excluded; null where there are no thresholds.</summary>
    public bool[]?[] Sets { get; } = new bool[]?[cases];

    public bool HasProbabilities => Probabilities[0] is not null;

    /// <summary>Fits on a fold's training cases and answers its others.</summary>
    public void Take(
        CaseFold fold,
        IReadOnlyList<CaseHistory> training,
        IReadOnlyList<CaseHistory> held,
        CancellationToken token
    )
    {
        model.Fit(training, token);
        if (model.Chosen is { } choice)
        {
            chosen.Add($"{fold.Name}: {choice}");
        }

        int[] labels = [.. training.Select(history => (int)history.State)];
        double[] shares = CaseAnswers.Shares(labels, states);
        double[][]? probabilities = model.Probabilities(held);
        int[] answers = model.Answers(held);
        double?[]? thresholds = model.OutOfFold is { } inner ? CaseAnswers.Thresholds(inner, labels, states) : null;
        for (int i = 0; i < held.Count; i++)
        {
            int place = fold.HeldOut[i];
            Likeliest[place] = answers[i];
            if (probabilities?[i] is { } said)
            {
                Probabilities[place] = said;
                Weighed[place] = CaseAnswers.Weighed(said, shares);
                Sets[place] = thresholds is null
                    ? null
                    : [.. said.Select((p, k) => thresholds[k] is not { } t || p >= t)];
            }
        }
    }
}
