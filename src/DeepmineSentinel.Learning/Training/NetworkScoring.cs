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
        int classes = ensemble.Options.ClassCount;
        int hazards = NetworkOptions.HazardCount;
        float[] condition = new float[table.Count * classes];
        float[] hazard = new float[table.Count * hazards];
        BatchGatherer gatherer = new(table);
        using IDisposable untracked = no_grad();
        foreach (int[] rows in Enumerable.Range(0, table.Count).Chunk(BatchSize))
        {
            token.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            NetworkOutput output = ensemble.Answer(gatherer.Inputs(rows));
            output.Condition.contiguous().data<float>().CopyTo(condition, rows[0] * classes);
            output.Hazard.contiguous().data<float>().CopyTo(hazard, rows[0] * hazards);
        }

        return new NetworkScores(condition, hazard);
    }
}
