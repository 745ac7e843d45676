using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>One or more networks of one shape that answer together: the mean of their probabilities, as logits again.</summary>
/// <param name="members">At least one network.</param>
public sealed class NetworkEnsemble(IReadOnlyList<DualBranchNetwork> members) : IDisposable
{
    private const double Smallest = 1e-7;

    /// <summary>The networks.</summary>
    public IReadOnlyList<DualBranchNetwork> Members { get; } = members;

    /// <summary>Shape of every member.</summary>
    public NetworkOptions Options => Members[0].Options;

    /// <summary>Count of trained numbers of all members.</summary>
    public long ParameterCount => Members.Sum(member => member.ParameterCount);

    /// <summary>Puts all members into evaluation: nothing is dropped, batch norms use their running statistics.</summary>
    public void Freeze()
    {
        foreach (DualBranchNetwork member in Members)
        {
            member.DropWith(null);
            member.eval();
        }
    }

    /// <summary>
    /// Freezes for good: no gradient reaches the weights any more. Without this, threads that differentiate by their
    /// inputs at the same time would gather the gradients of the same weights, each disposing what another adds to.
    /// </summary>
    public void Close()
    {
        Freeze();
        foreach (Tensor weights in Members.SelectMany(member => member.parameters()))
        {
            weights.requires_grad = false;
        }
    }

    /// <summary>The answers of all members together. B samples, K classes, M members.</summary>
    public NetworkOutput Answer(NetworkBatch batch) => Together(AnswerEach(batch));

    /// <summary>The answer of every member by itself.</summary>
    public NetworkOutput[] AnswerEach(NetworkBatch batch) => [.. Members.Select(member => member.call(batch))];

    /// <summary>Answers of all members as one: the mean of their probabilities, as logits again; of one member its own.</summary>
    public static NetworkOutput Together(IReadOnlyList<NetworkOutput> answers)
    {
        if (answers.Count == 1)
        {
            return answers[0];
        }

        Tensor condition = stack(answers.Select(answer => answer.Condition.softmax(1))).mean([0L]); // [M, B, K] -> [B, K]
        Tensor hazard = stack(answers.Select(answer => answer.Hazard.sigmoid())).mean([0L]); // [M, B, 5] -> [B, 5]
        condition = condition.clamp((Scalar)Smallest, (Scalar)1.0);
        hazard = hazard.clamp((Scalar)Smallest, (Scalar)(1 - Smallest));
        return new NetworkOutput(condition.log(), hazard.log() - (1.0 - hazard).log());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (DualBranchNetwork member in Members)
        {
            member.Dispose();
        }
    }
}
