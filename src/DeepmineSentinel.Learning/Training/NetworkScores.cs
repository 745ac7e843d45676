using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Logits of many samples, row after row. N samples, K classes, 5 intervals.</summary>
/// <param name="Condition">[N, K].</param>
/// <param name="Hazard">[N, 5].</param>
public sealed record NetworkScores(float[] Condition, float[] Hazard)
{
    /// <summary>Room for the answers about all rows of a table.</summary>
    internal static NetworkScores Empty(SampleTable table) =>
        new(new float[table.Count * table.Shape.ClassCount], new float[table.Count * NetworkOptions.HazardCount]);

    /// <summary>Keeps the answers about some rows that follow each other.</summary>
    internal void Take(NetworkOutput output, int[] rows)
    {
        output.Condition.contiguous().data<float>().CopyTo(Condition, rows[0] * (int)output.Condition.shape[1]);
        output.Hazard.contiguous().data<float>().CopyTo(Hazard, rows[0] * (int)output.Hazard.shape[1]);
    }
}
