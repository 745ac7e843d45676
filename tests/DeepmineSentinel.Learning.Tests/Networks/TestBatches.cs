using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Networks;

/// <summary>Tables of random samples, some rows with gaps and one without any reading.</summary>
internal static class TestBatches
{
    public static NetworkOptions Shape(NetworkPreset preset) =>
        new()
        {
            Preset = preset,
            StaticCount = 65,
            ChannelCount = 5,
            Steps = 30,
            ClassCount = 3,
            RelativeSeries = true,
        };

    public static SampleTable Table(NetworkOptions shape, int rows, int? emptyRow = null)
    {
        SampleTable table = new(rows, shape);
        RandomSequence numbers = RandomSequence.Open("test table", 7);
        numbers.FillUniform(table.Statics, 1.5f);
        for (int row = 0; row < rows; row++)
        {
            for (int step = 0; step < shape.Steps && row != emptyRow; step++)
            {
                Fill(table, row, step, numbers);
            }

            table.MarkPadding(row);
        }

        return table;
    }

    private static void Fill(SampleTable table, int row, int step, RandomSequence numbers)
    {
        int at = ((row * table.Shape.Steps) + step) * table.Shape.StepWidth;
        bool gap = step < row % 5;
        for (int channel = 0; channel < table.Shape.ChannelCount && !gap; channel++)
        {
            table.Series[at + channel] = (4 * numbers.NextFloat()) - 2;
            table.Series[at + table.Shape.ChannelCount + channel] = 1;
        }
    }
}
