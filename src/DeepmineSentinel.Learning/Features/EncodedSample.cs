namespace DeepmineSentinel.Learning.Features;

/// <summary>One sample as the network sees it.</summary>
/// <param name="Static">Static inputs, [S].</param>
/// <param name="Series">Standardised readings, 0 where missing, [T, D], oldest first.</param>
/// <param name="Mask">1 where a reading is there, else 0, [T, D].</param>
public sealed record EncodedSample(float[] Static, float[] Series, float[] Mask);
