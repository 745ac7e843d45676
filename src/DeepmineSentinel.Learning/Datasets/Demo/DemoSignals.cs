using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>What perfect sensors would show of a stope. Temperature and humidity know nothing of it.</summary>
internal sealed class DemoSignals
{
    private readonly StopeTruth stope;
    private readonly SeededNumbers numbers;
    private readonly DemoMotion motion;
    private readonly double stressMegapascals;
    private readonly double temperature;
    private readonly double humidity;

    public DemoSignals(
        StopeTruth stope,
        StopeProperties properties,
        DemoMineParameters parameters,
        SeededNumbers numbers
    )
    {
        this.stope = stope;
        this.numbers = numbers;
        double logit = Isoprobability.NotFailureLogit(
            properties.HydraulicRadiusMetres,
            StopeStability.Of(properties).NPrime!.Value
        );
        double creep = Math.Exp(
            Math.Log(parameters.CreepMedianMmPerDay) - (0.08 * Math.Clamp(logit, -4, 8)) + (0.4 * numbers.NextNormal())
        );
        motion = new DemoMotion(stope, parameters, creep);
        stressMegapascals = properties.InducedStressMegapascals!.Value * numbers.NextBetween(0.6, 1);
        temperature = parameters.TemperatureCelsius + (1.5 * numbers.NextNormal());
        humidity = 65 + (6 * numbers.NextNormal());
    }

    /// <summary>Largest PPV of the last day, mm/s: background with what an onset adds, or a blast.</summary>
    public double Vibration(double day)
    {
        double background = 0.5 * Math.Exp(0.35 * numbers.NextNormal()) * (1 + (1.5 * motion.OnsetShareAt(day)));
        double scatter = Math.Exp(0.15 * numbers.NextNormal());
        foreach (DemoBlast blast in stope.Blasts)
        {
            if (blast.Day > day - 1 && blast.Day <= day)
            {
                background = Math.Max(background, blast.PpvMmPerSecond * scatter);
            }
        }

        return background;
    }

    public double Deformation(double day) =>
        (motion.VelocityAt(day) * Math.Exp(0.12 * numbers.NextNormal())) + (0.02 * numbers.NextNormal());

    /// <summary>Stress creeps up with extraction and is shed by ground that loosens.</summary>
    public double Stress(double day)
    {
        double share = motion.OnsetShareAt(day);
        double trend = 1 + (0.0005 * day) - (0.15 * share * share);
        return stressMegapascals * trend * (1 + (0.02 * numbers.NextNormal()));
    }

    public double Temperature(double day) =>
        temperature + (2 * Math.Sin(2 * Math.PI * day / 365)) + (0.6 * numbers.NextNormal());

    public double Humidity(double day) =>
        Math.Clamp(humidity - (5 * Math.Sin(2 * Math.PI * day / 365)) + (3 * numbers.NextNormal()), 5, 99);
}
