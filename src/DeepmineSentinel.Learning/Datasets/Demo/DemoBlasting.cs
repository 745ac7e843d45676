namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>Blasts near a stope: at the end of the day shift on some days, charge and distance scattered.</summary>
internal sealed class DemoBlasting
{
    private const double HourOfDay = 18;
    private readonly DemoMineParameters parameters;
    private readonly double chance;
    private readonly double usualDistance;

    public DemoBlasting(DemoMineParameters parameters, SeededNumbers numbers)
    {
        this.parameters = parameters;
        chance = numbers.NextBetween(0.08, 0.3);
        usualDistance = Math.Exp(Math.Log(90) + (0.4 * numbers.NextNormal()));
    }

    /// <summary>Expected PPV of a day's blasts, the mean of a log-normal, mm/s.</summary>
    public double ExpectedPpvPerDay
    {
        get
        {
            double distance = parameters.PpvPower * parameters.DistanceSpread;
            double charge = parameters.PpvPower / 2 * parameters.ChargeKilograms.Spread;
            return chance
                * Ppv(parameters.ChargeKilograms.Median, usualDistance)
                * Math.Exp(((distance * distance) + (charge * charge)) / 2);
        }
    }

    public IReadOnlyList<DemoBlast> Draw(int days, SeededNumbers numbers)
    {
        List<DemoBlast> blasts = [];
        for (int day = 0; day < days; day++)
        {
            if (numbers.NextDouble() >= chance)
            {
                continue;
            }

            double charge = Scattered(parameters.ChargeKilograms.Median, parameters.ChargeKilograms.Spread, numbers);
            double distance = Scattered(usualDistance, parameters.DistanceSpread, numbers);
            blasts.Add(new DemoBlast(day + (HourOfDay / 24), charge, distance, Ppv(charge, distance)));
        }

        return blasts;
    }

    private double Ppv(double charge, double distance) =>
        parameters.PpvFactor * Math.Pow(distance / Math.Sqrt(charge), -parameters.PpvPower);

    private static double Scattered(double median, double spread, SeededNumbers numbers) =>
        Math.Round(median * Math.Exp(spread * numbers.NextNormal()), 1);
}
