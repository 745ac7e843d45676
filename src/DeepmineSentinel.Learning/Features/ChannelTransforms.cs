namespace DeepmineSentinel.Learning.Features;

/// <summary>
/// Vibration, deformation and stress span powers of ten (background to blast, creep to collapse, and the spikes of their
/// sensors) and change by shares of themselves: they are signed-log transformed. Temperature and humidity are not.
/// </summary>
internal static class ChannelTransforms
{
    // About what an instrument resolves, in the unit of files: below it a change is noise, above it a share of the value.
    // Creep of 0.2 mm/day that doubles must not look like nothing beside a unit of 1 mm/day.
    private static readonly double[] Knees = [0.1, 0.02, 1];

    public static NumberTransform Of(int channel) =>
        channel < Knees.Length ? NumberTransform.SignedLog : NumberTransform.None;

    /// <summary>Size below which the transform is a straight line.</summary>
    public static double KneeOf(int channel) => channel < Knees.Length ? Knees[channel] : 1;
}
