namespace DeepmineSentinel.Learning.Features;

/// <summary>
/// Vibration, deformation and stress span powers of ten (background to blast, creep to collapse, and the spikes of their
/// sensors) and change by shares of themselves: they are signed-log transformed. Temperature and humidity are not.
/// </summary>
internal static class ChannelTransforms
{
    public static NumberTransform Of(int channel) => channel <= 2 ? NumberTransform.SignedLog : NumberTransform.None;
}
