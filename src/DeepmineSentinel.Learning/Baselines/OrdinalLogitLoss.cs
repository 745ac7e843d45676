namespace DeepmineSentinel.Learning.Baselines;

/// <summary>Loss of an ordinal logit with its derivatives by thresholds and coefficients.</summary>
internal sealed record OrdinalLogitLoss(double Value, double[] Gradient, double[,] Hessian);
