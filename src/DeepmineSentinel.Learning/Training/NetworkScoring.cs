using DeepmineSentinel.Learning.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Asks a network about every sample of a table, in the same batches whoever asks.</summary>
public static class NetworkScoring
{
    /// <summary>Rows asked about at once.</summary>
    internal const int BatchSize = 256;

    /// <summary>Logits of all samples.</summary>
    /// <param name="ensemble">Frozen networks.</param>
    /// <param name="table">Samples of the networks' shape.</param>
    /// <param name="token">Looked at once a batch.</param>
    public static NetworkScores Score(NetworkEnsemble ensemble, SampleTable table, CancellationToken token)
    {
        NetworkScores scores = NetworkScores.Empty(table);
        Each(table, (rows, batch) => scores.Take(ensemble.Answer(batch), rows), token);
        return scores;
    }

    /// <summary>Logits of all samples by every member, and by all members together.</summary>
    /// <param name="ensemble">Frozen networks.</param>
    /// <param name="table">Samples of the networks' shape.</param>
    /// <param name="token">Looked at once a batch.</param>
    public static (NetworkScores Together, IReadOnlyList<NetworkScores> Members) ScoreMembers(
        NetworkEnsemble ensemble,
        SampleTable table,
        CancellationToken token
    )
    {
        NetworkScores together = NetworkScores.Empty(table);
        NetworkScores[] members = [.. ensemble.Members.Select(_ => NetworkScores.Empty(table))];
        Each(
            table,
            (rows, batch) =>
            {
                NetworkOutput[] outputs = ensemble.AnswerEach(batch);
                together.Take(NetworkEnsemble.Together(outputs), rows);
                for (int member = 0; member < members.Length; member++)
                {
                    members[member].Take(outputs[member], rows);
                }
            },
            token
        );
        return (together, members);
    }

    private static void Each(SampleTable table, Action<int[], NetworkBatch> ask, CancellationToken token)
    {
        BatchGatherer gatherer = new(table);
        using IDisposable untracked = no_grad();
        foreach (int[] rows in Enumerable.Range(0, table.Count).Chunk(BatchSize))
        {
            token.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            ask(rows, gatherer.Inputs(rows));
        }
    }
}
