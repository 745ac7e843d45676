namespace DeepmineSentinel.Learning.Features;

/// <summary>
/// Vibration and deformation span several powers of ten (background to blast, creep to collapse): they are signed-log
/// transformed. Stress, temperature and humidity are not.
/// </summary>
internal static class ChannelTransforms
{
    public static NumberTransform Of(int channel) => channel <= 1 ? NumberTransform.SignedLog : NumberTransform.None;
}
