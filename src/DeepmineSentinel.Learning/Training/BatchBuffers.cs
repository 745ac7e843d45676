using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Arrays of one batch length, filled again and again.</summary>
internal sealed class BatchBuffers(int rows, NetworkOptions shape)
{
    public float[] Statics { get; } = new float[rows * shape.StaticCount];

    public float[] Series { get; } = new float[rows * shape.Steps * shape.StepWidth];

    public bool[] Padding { get; } = new bool[rows * shape.Steps];

    public bool[] NoSeries { get; } = new bool[rows];

    public float[] Condition { get; } = new float[rows * shape.ClassCount];

    public float[] Hazard { get; } = new float[rows * NetworkOptions.HazardCount];

    public float[] Known { get; } = new float[rows * NetworkOptions.HazardCount];

    /// <summary>Rows with a weight at some class.</summary>
    public int LabelledRows(int count, int classes)
    {
        int labelled = 0;
        for (int row = 0; row < count; row++)
        {
            labelled += Condition.AsSpan(row * classes, classes).ContainsAnyExcept(0f) ? 1 : 0;
        }

        return labelled;
    }

    /// <summary>Intervals whose outcome is known.</summary>
    public int KnownHazards()
    {
        int known = 0;
        foreach (float flag in Known)
        {
            known += flag > 0 ? 1 : 0;
        }

        return known;
    }
}
