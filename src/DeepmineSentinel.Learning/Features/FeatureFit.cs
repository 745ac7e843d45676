using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Features;

/// <summary>Fits the encoder's parts on training stopes, each of which counts once.</summary>
internal static class FeatureFit
{
    public static FeatureComponents Fit(IReadOnlyList<StopeHistory> stopes, WindowOptions window)
    {
        FeatureComponents components = new()
        {
            Layout = FeatureComponents.CurrentLayout,
            Window = window,
            Numbers = FitNumbers(stopes),
            Categories = [.. StaticCategories.All.Select(category => FitCategory(category, stopes))],
            PlainMeans = FitPlain(stopes),
            Channels = FitChannels(stopes, window),
            TrainingStatics = [],
            DistanceLimit = 0,
        };
        float[][] statics = StaticDistance.Kept([.. stopes.Select(stope => EncodeStatic(components, stope))]);
        return components with { TrainingStatics = statics, DistanceLimit = StaticDistance.LeaveOneOutLimit(statics) };
    }

    private static float[] EncodeStatic(FeatureComponents components, StopeHistory stope)
    {
        float[] row = new float[StaticLayout.Names(components).Count];
        StaticLayout.Encode(components, stope.Properties, StopeStability.Of(stope.Properties), row);
        return row;
    }

    private static NumberScale[] FitNumbers(IReadOnlyList<StopeHistory> stopes)
    {
        StopeStability[] stabilities = [.. stopes.Select(stope => StopeStability.Of(stope.Properties))];
        return
        [
            .. StaticNumbers.All.Select(number =>
            {
                List<double> values = [];
                for (int i = 0; i < stopes.Count; i++)
                {
                    if (number.Value(stopes[i].Properties, stabilities[i]) is { } value)
                    {
                        values.Add(NumberScale.Apply(number.Transform, 1, value));
                    }
                }

                return NumberScale.Fit(number.Name, number.Unit, number.Transform, values);
            }),
        ];
    }

    private static CategoryScale FitCategory(
        (string Name, IReadOnlyList<string> Categories) category,
        IReadOnlyList<StopeHistory> stopes
    )
    {
        double[] frequencies = new double[category.Categories.Count + 1];
        foreach (StopeHistory stope in stopes)
        {
            frequencies[StaticCategories.ValueOf(category.Name, stope.Properties)] += 1.0 / stopes.Count;
        }

        return new CategoryScale(category.Name, category.Categories, frequencies);
    }

    private static double[] FitPlain(IReadOnlyList<StopeHistory> stopes) =>
        [
            stopes.Average(stope => (double)StaticLayout.Direction(stope.Properties).Sine),
            stopes.Average(stope => (double)StaticLayout.Direction(stope.Properties).Cosine),
            stopes.Average(stope => stope.Properties.SupportInstalled ? 1.0 : 0.0),
        ];

    private static NumberScale[] FitChannels(IReadOnlyList<StopeHistory> stopes, WindowOptions window)
    {
        List<double>[] values = [.. ReadingQuantities.All.Select(_ => new List<double>())];
        double[] cells = new double[ReadingGrid.Channels];
        foreach (StopeHistory stope in stopes)
        {
            ReadingGrid grid = new(stope, window);
            DateTime until = StopeTimeline.Of(stope).Failure?.AddTicks(-1) ?? DateTime.MaxValue;
            for (int step = 0; step < grid.Steps && !IsAfter(window, grid.FirstStep + step, until); step++)
            {
                grid.Read(grid.FirstStep + step, until, cells);
                Collect(cells, values);
            }
        }

        return
        [
            .. ReadingQuantities.All.Select(
                (quantity, i) =>
                    NumberScale.Fit(quantity.Name, quantity.Unit, ChannelTransforms.Of(i), values[i]) with
                    {
                        Knee = ChannelTransforms.KneeOf(i),
                    }
            ),
        ];
    }

    private static bool IsAfter(WindowOptions window, int step, DateTime until) => step > window.StepOf(until);

    private static void Collect(double[] cells, List<double>[] values)
    {
        for (int channel = 0; channel < cells.Length; channel++)
        {
            if (!double.IsNaN(cells[channel]))
            {
                values[channel]
                    .Add(
                        NumberScale.Apply(
                            ChannelTransforms.Of(channel),
                            ChannelTransforms.KneeOf(channel),
                            cells[channel]
                        )
                    );
            }
        }
    }
}
