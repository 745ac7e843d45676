using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Features;

/// <summary>The order of static inputs, in one place: names, encoding and baseline.</summary>
internal static class StaticLayout
{
    public const int Plain = 3;

    public static IReadOnlyList<string> Names(FeatureComponents components) =>
        [
            .. components.Numbers.Select(number => number.Name),
            .. components.Numbers.Select(number => $"{number.Name}:missing"),
            "direction:sine",
            "direction:cosine",
            "support_installed",
            .. components.Categories.SelectMany(category =>
                category.Categories.Append("unknown").Select(name => $"{category.Name}:{name}")
            ),
        ];

    public static void Encode(
        FeatureComponents components,
        StopeProperties properties,
        StopeStability stability,
        Span<float> into
    )
    {
        into.Clear();
        int count = components.Numbers.Count;
        for (int i = 0; i < count; i++)
        {
            NumberScale scale = components.Numbers[i];
            if (scale.Count > 0 && StaticNumbers.All[i].Value(properties, stability) is { } value)
            {
                into[i] = scale.Encode(value);
            }
            else
            {
                into[count + i] = 1;
            }
        }

        (into[2 * count], into[(2 * count) + 1]) = Direction(properties);
        into[(2 * count) + 2] = properties.SupportInstalled ? 1 : 0;
        int at = (2 * count) + Plain;
        foreach (CategoryScale category in components.Categories)
        {
            into[at + category.SlotOf(StaticCategories.ValueOf(category.Name, properties))] = 1;
            at += category.Slots;
        }
    }

    public static float[] Baseline(FeatureComponents components, ReadOnlySpan<float> row)
    {
        float[] baseline = row.ToArray();
        int count = components.Numbers.Count;
        for (int i = 0; i < count; i++)
        {
            baseline[i] = row[count + i] == 0 ? components.Numbers[i].EncodedMedian : 0;
        }

        for (int i = 0; i < Plain; i++)
        {
            baseline[(2 * count) + i] = (float)components.PlainMeans[i];
        }

        int at = (2 * count) + Plain;
        foreach (double frequency in components.Categories.SelectMany(category => category.Frequencies))
        {
            baseline[at++] = (float)frequency;
        }

        return baseline;
    }

    public static (float Sine, float Cosine) Direction(StopeProperties properties)
    {
        (double sine, double cosine) = Math.SinCos((int)properties.Direction * Math.PI / 4);
        return ((float)sine, (float)cosine);
    }
}
