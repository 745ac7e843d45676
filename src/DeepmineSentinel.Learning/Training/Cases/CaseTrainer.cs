using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Networks.Cases;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training.Cases;

/// <summary>Trains one <see cref="CaseNetwork"/> on all rows at once: some hundreds of cases are one batch.</summary>
public static class CaseTrainer
{
    /// <summary>Trains.</summary>
    /// <param name="set">Shape, rows and states.</param>
    /// <param name="options">How.</param>
    /// <param name="member">Member of an ensemble, from 0.</param>
    /// <param name="token">Stops between two steps.</param>
    /// <exception cref="SentinelException"><c>training_diverged</c>: the loss is not finite any more.</exception>
    public static CaseNetwork Train(
        CaseTrainingSet set,
        CaseTrainingOptions options,
        int member,
        CancellationToken token
    )
    {
        CaseNetwork network = new(set.Shape, options.Seed, member);
        using DisposeScope scope = NewDisposeScope();
        CaseTargets targets = new(set.Rows, set.Labels);
        using var adam = optim.Adam(network.parameters(), options.LearningRate);
        float loss = 0;
        for (int step = 0; step < options.Steps; step++)
        {
            token.ThrowIfCancellationRequested();
            using DisposeScope ofStep = NewDisposeScope();
            Tensor total = targets.MeanLoss(network) + network.SquaredWeights().mul(options.Decay);
            adam.zero_grad();
            total.backward();
            adam.step();
            loss = total.item<float>();
        }

        return float.IsFinite(loss)
            ? network
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "training_diverged",
                "The network for case histories diverged: its loss is not a number."
            );
    }

    // The two log-odds are of events that follow one another, so the likelihood is a product and the loss a sum.
    private sealed class CaseTargets
    {
        private readonly Tensor inputs; // [B, F]
        private readonly Tensor events; // [B, 2]: not stable, failure
        private readonly Tensor known; // [B, 2]: failure counts only where the case was not stable
        private readonly double share;

        public CaseTargets(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels)
        {
            inputs = CaseProbabilities.Matrix(rows);
            events = Matrix([.. labels.SelectMany(label => new[] { label > 0 ? 1f : 0f, label > 1 ? 1f : 0f })]);
            known = Matrix([.. labels.SelectMany(label => new[] { 1f, label > 0 ? 1f : 0f })]);
            share = 1.0 / labels.Count;
        }

        public Tensor MeanLoss(CaseNetwork network) =>
            nn
                .functional.binary_cross_entropy_with_logits(
                    network.call(inputs),
                    events,
                    weight: known,
                    reduction: nn.Reduction.Sum
                )
                .mul(share);

        private static Tensor Matrix(float[] values) =>
            tensor(values, dtype: ScalarType.Float32).reshape(values.Length / 2, 2);
    }
}
