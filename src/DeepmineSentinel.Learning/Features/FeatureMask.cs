namespace DeepmineSentinel.Learning.Features;

/// <summary>
/// Which features reach the network. Those left out are 0 in every input, with their flags and masks, so that its layers keep
/// their sizes and learn nothing of them.
/// </summary>
internal sealed class FeatureMask
{
    private readonly HashSet<string>? selected;
    private readonly int[] cleared;
    private readonly bool[] channels;

    public FeatureMask(FeatureComponents components)
    {
        selected = components.Selected is { } names ? new HashSet<string>(names, StringComparer.Ordinal) : null;
        IReadOnlyList<string> inputs = StaticLayout.Names(components);
        cleared = [.. Enumerable.Range(0, inputs.Count).Where(i => !Keeps(FeatureOf(inputs[i])))];
        channels = [.. components.Channels.Select(channel => Keeps(channel.Name))];
    }

    /// <summary>The feature that an input belongs to.</summary>
    public static string FeatureOf(string input) => input.Split(':')[0];

    public bool Keeps(string feature) => selected?.Contains(feature) ?? true;

    public bool KeepsChannel(int channel) => channels[channel];

    /// <summary>Clears the inputs that are left out of a row of statics.</summary>
    public void Clear(Span<float> statics)
    {
        foreach (int input in cleared)
        {
            statics[input] = 0;
        }
    }
}
