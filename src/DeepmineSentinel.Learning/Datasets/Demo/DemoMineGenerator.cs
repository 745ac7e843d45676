using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>Generates a demo mine (docs/demo-mine.md): plausible, seeded, and synthetic wherever it is shown.</summary>
public static class DemoMineGenerator
{
    private const int CalibrationSteps = 60;

    /// <summary>Generates a mine.</summary>
    /// <exception cref="SentinelException"><c>invalid_demo_size</c>: too few or too many stopes or days.</exception>
    public static DemoMine Generate(DemoMineOptions options)
    {
        if (
            options.Stopes is < DemoMineOptions.FewestStopes or > 100_000
            || options.Days is < DemoMineOptions.FewestDays or > 3_650
        )
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_demo_size",
                "A demo mine has 10 to 100,000 stopes and 14 to 3,650 days."
            );
        }

        StopeProperties[] rock = new StopeProperties[options.Stopes];
        StopeTruth[] truth = new StopeTruth[options.Stopes];
        double sudden = TriggerLaw.SuddenChance(options.Parameters, options.Days);
        for (int i = 0; i < rock.Length; i++)
        {
            rock[i] = DemoRock.Draw(new SeededNumbers(options.Seed, "rock", i), options.Parameters);
            truth[i] = Prepare(options, rock[i], i) with { SuddenChance = sudden };
        }

        double scale = Calibrate(options, truth);
        StopeHistory[] stopes = new StopeHistory[options.Stopes];
        for (int i = 0; i < stopes.Length; i++)
        {
            StopeTruth scaled = truth[i] with { HazardPerDay = truth[i].HazardPerDay * scale };
            truth[i] = DemoFate.Draw(
                scaled,
                options.Parameters,
                options.Days,
                new SeededNumbers(options.Seed, "fate", i)
            );
            stopes[i] = Observe(options, truth[i], rock[i], i);
        }

        return new DemoMine(stopes, truth);
    }

    // All that is fixed before fate is drawn, the hazard still on its own scale.
    private static StopeTruth Prepare(DemoMineOptions options, StopeProperties rock, int index)
    {
        DemoMineParameters parameters = options.Parameters;
        SeededNumbers numbers = new(options.Seed, "stope", index);
        double n = StopeStability.Of(rock).NPrime!.Value;
        double logit = Math.Clamp(Isoprobability.NotFailureLogit(rock.HydraulicRadiusMetres, n), -4, 8);
        double support = rock.SupportInstalled
            ? Math.Pow(parameters.SupportFactor, Math.Min(1, rock.SupportDensity))
            : 1;
        DemoBlasting blasting = new(parameters, numbers);
        return new StopeTruth
        {
            Name = NameOf(options, index),
            Start = options.Start,
            HazardPerDay =
                support
                * Math.Exp((-parameters.IsoprobabilityPower * logit) + (parameters.Frailty * numbers.NextNormal())),
            ExposureDaysAtStart = Math.Round(numbers.NextBetween(0, 150)),
            ElosMetres = ElosLaw(rock, n) * Math.Sqrt(support) * Math.Exp(0.3 * numbers.NextNormal()),
            Blasts = blasting.Draw(options.Days, numbers),
            ExpectedPpvPerDay = blasting.ExpectedPpvPerDay,
            SuddenChance = 0,
        };
    }

    // Padded, so that names sort as they are numbered.
    private static string NameOf(DemoMineOptions options, int index)
    {
        int digits = Math.Max(3, options.Stopes.ToString(CultureInfo.InvariantCulture).Length);
        return "Demo " + (index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    // A plane through the digitised contours of Clark and Pakalnis (1997) in logarithms.
    private static double ElosLaw(StopeProperties rock, double n) =>
        Math.Min(3, Math.Exp((-2.17 + (2.05 * Math.Log(rock.HydraulicRadiusMetres)) - Math.Log(n)) / 1.05));

    // The factor on all hazards that makes the expected share of failures the wanted one, by bisection of its logarithm.
    private static double Calibrate(DemoMineOptions options, StopeTruth[] truth)
    {
        double[][] hazards = [.. truth.Select(stope => Hazard(options, stope))];
        double[] chances = TriggerLaw.Chances(options.Parameters, truth[0].SuddenChance, options.Days);
        double low = Math.Log(1e-8);
        double high = Math.Log(10);
        for (int step = 0; step < CalibrationSteps; step++)
        {
            double middle = (low + high) / 2;
            double failing = 0;
            for (int i = 0; i < truth.Length; i++)
            {
                failing += TriggerLaw.FailsWithin(truth[i].HazardPerDay * Math.Exp(middle), hazards[i], chances);
            }

            (low, high) = failing < options.Parameters.FailingShare * truth.Length ? (middle, high) : (low, middle);
        }

        return Math.Exp((low + high) / 2);
    }

    private static double[] Hazard(DemoMineOptions options, StopeTruth stope)
    {
        HazardSpan span = new(new double[(int)(options.Days / DemoHazard.StepDays)], KnowsFuture: true);
        DemoHazard.Fill(stope, options.Parameters, 0, span);
        return span.Values;
    }

    private static StopeHistory Observe(DemoMineOptions options, StopeTruth truth, StopeProperties rock, int index) =>
        new()
        {
            Mine = options.Mine,
            Name = truth.Name,
            IsSynthetic = true,
            Properties = rock,
            Readings = DemoReadings.Draw(truth, rock, options, index),
            Events =
            [
                .. truth
                    .Blasts.Where(blast => !(truth.FailureDay <= blast.Day))
                    .Select(blast => new OperationalEvent
                    {
                        Timestamp = truth.Start.AddDays(blast.Day),
                        Type = EventType.Blast,
                        ChargeKilograms = blast.ChargeKilograms,
                        DistanceMetres = blast.DistanceMetres,
                    }),
            ],
            Outcomes = DemoInspections.Draw(truth, options, index),
        };
}
