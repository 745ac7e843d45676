using System.CommandLine;
using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Generates a synthetic mine as files, its truth apart.</summary>
internal sealed class GenerateDataCommand : Command
{
    private static readonly DemoMineOptions Defaults = new();

    private readonly Option<int> stopes = Number("--stopes", "Stopes, 1 to 5000.", Defaults.Stopes, 1, 5_000);
    private readonly Option<int> days = Number("--days", "Days of readings, 30 to 3650.", Defaults.Days, 30, 3_650);
    private readonly Option<int> sites = Number(
        "--sites",
        "Mines that differ in depth, rock, creep and climate and share the stopes, 1 to 20.",
        1,
        1,
        DemoSites.Most
    );
    private readonly Option<long> seed = new("--seed")
    {
        Description = "Seed; the same seed gives the same mine.",
        DefaultValueFactory = _ => Defaults.Seed,
    };
    private readonly Option<double> warnedShare = Real(
        "--warned-share",
        "Share of the failures that an onset announces, above 0 to 1.",
        Defaults.Parameters.AnnouncedShare,
        (0.01, 1)
    );
    private readonly Option<double> sensorFaults = Real(
        "--sensor-faults",
        "How often sensors drift, stick, spike and drop out, as a multiple of usual, 0 to 5.",
        1,
        (0, 5)
    );
    private readonly Option<string> output = new("--output") { Description = "Folder to write to.", Required = true };

    public GenerateDataCommand(CommandRunner runner)
        : base("generate-data", "Generate a synthetic mine: stopes, readings, events, outcomes and, apart, its truth.")
    {
        Options.Add(stopes);
        Options.Add(days);
        Options.Add(sites);
        Options.Add(seed);
        Options.Add(warnedShare);
        Options.Add(sensorFaults);
        Options.Add(output);
        SetAction(runner.Action(RunAsync, prepared: false));
    }

    private Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        DemoMineOptions options = new()
        {
            Stopes = scope.Value(stopes),
            Days = scope.Value(days),
            Seed = scope.Value(seed),
            Parameters = Parameters(scope),
        };
        DemoMine mine = DemoSites.Generate(options, scope.Value(sites));
        cancellationToken.ThrowIfCancellationRequested();
        string folder = scope.Console.Resolve(scope.Value(output)!);
        Directory.CreateDirectory(folder);
        MineCsvWriter.Write(new MineDataset(mine.Stopes, ""), MineFiles.In(folder));
        TruthCsv.Write(mine, Path.Combine(folder, "truth.csv"));
        if (scope.Json)
        {
            scope.WriteJson(
                new
                {
                    folder,
                    stopes = mine.Stopes.Count,
                    failures = Failures(mine),
                }
            );
        }
        else
        {
            scope.Console.Output.WriteLine(
                $"Wrote {mine.Stopes.Count} stopes, {Failures(mine)} of which fail, to {folder}"
            );
        }

        return Task.FromResult(ExitCode.Done);
    }

    private DemoMineParameters Parameters(CommandScope scope)
    {
        double faults = scope.Value(sensorFaults);
        DemoMineParameters usual = Defaults.Parameters;
        return usual with
        {
            AnnouncedShare = scope.Value(warnedShare),
            FaultChance = usual.FaultChance * faults,
            SpikeChance = usual.SpikeChance * faults,
            GapChance = usual.GapChance * faults,
        };
    }

    private static int Failures(DemoMine mine) => mine.Truth.Count(truth => truth.FailureDay is not null);

    private static Option<double> Real(string name, string description, double value, (double Least, double Most) range)
    {
        Option<double> option = new(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens.Count > 0
                && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double typed)
                && !(typed >= range.Least && typed <= range.Most)
            )
            {
                result.AddError(FormattableString.Invariant($"{name} must be from {range.Least} to {range.Most}."));
            }
        });
        return option;
    }

    private static Option<int> Number(string name, string description, int value, int least, int most)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int typed))
            {
                if (typed < least || typed > most)
                {
                    result.AddError($"{name} must be from {least} to {most}.");
                }
            }
        });
        return option;
    }
}
