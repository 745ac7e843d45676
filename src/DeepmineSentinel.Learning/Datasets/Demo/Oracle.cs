using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>
/// The generator's own probability of failure from what has happened by a moment: hazard, blasts so far and to be expected,
/// whether an onset has begun and how long ago, the chance that it stops. It never looks at what was drawn for later. What
/// it leaves out: a second trigger within the horizon.
/// </summary>
public sealed class Oracle(DemoMineParameters parameters)
{
    /// <summary>Probability of failing within each horizon of <see cref="Horizons.Days"/>; never falling.</summary>
    /// <param name="truth">The stope; it must not have failed yet.</param>
    /// <param name="asOf">The moment, UTC.</param>
    public double[] Forecast(StopeTruth truth, DateTime asOf)
    {
        double day = (asOf - truth.Start).TotalDays;
        DemoOnset? onset = truth.Onsets.LastOrDefault(o => o.Day <= day && !(o.StopDay <= day));
        return onset is null
            ? Quiet(truth, day)
            : [.. Horizons.Days.Select(horizon => OnsetLaw.FailsWithin(parameters, day - onset.Day, horizon))];
    }

    private double[] Quiet(StopeTruth truth, double day)
    {
        int steps = (int)(Horizons.Days[^1] / DemoHazard.StepDays);
        HazardSpan hazard = new(new double[steps], KnowsFuture: false);
        DemoHazard.Fill(truth, parameters, day, hazard);
        return
        [
            .. Horizons.Days.Select(horizon =>
                TriggerLaw.FailsWithin(
                    truth.HazardPerDay,
                    hazard.Values,
                    TriggerLaw.Chances(parameters, truth.SuddenChance, horizon)
                )
            ),
        ];
    }
}
