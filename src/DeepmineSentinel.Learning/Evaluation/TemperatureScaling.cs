namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Fits the one number that logits are divided by (docs/decisions/032).</summary>
public static class TemperatureScaling
{
    /// <summary>Smallest and largest temperature.</summary>
    private const double LogLimit = 1.6094379124341003; // ln 5

    private const int Steps = 60;

    /// <summary>
    /// Temperature that minimises a sum of log-losses, held near 1 by a prior as strong as about one stope: a handful of
    /// calibration stopes cannot make a network certain.
    /// </summary>
    /// <param name="lossOf">Log-loss at a temperature, summed with a weight of one a stope.</param>
    public static double Fit(Func<double, double> lossOf)
    {
        double golden = (Math.Sqrt(5) - 1) / 2;
        double low = -LogLimit;
        double high = LogLimit;
        double left = high - (golden * (high - low));
        double right = low + (golden * (high - low));
        double atLeft = Penalised(lossOf, left);
        double atRight = Penalised(lossOf, right);
        for (int i = 0; i < Steps; i++)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (golden * (high - low));
                atLeft = Penalised(lossOf, left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (golden * (high - low));
                atRight = Penalised(lossOf, right);
            }
        }

        return Math.Exp((low + high) / 2);
    }

    private static double Penalised(Func<double, double> lossOf, double logTemperature) =>
        lossOf(Math.Exp(logTemperature)) + (0.5 * logTemperature * logTemperature);
}
