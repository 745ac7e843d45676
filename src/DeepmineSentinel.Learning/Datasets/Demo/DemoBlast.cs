namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>One blast near a stope.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="ChargeKilograms">Charge a delay, kg.</param>
/// <param name="DistanceMetres">Distance, m.</param>
/// <param name="PpvMmPerSecond">Peak particle velocity at the stope, mm/s.</param>
public sealed record DemoBlast(double Day, double ChargeKilograms, double DistanceMetres, double PpvMmPerSecond);
