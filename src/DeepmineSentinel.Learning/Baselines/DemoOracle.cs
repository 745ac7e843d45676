using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>
/// The demo mine's oracle, printed beside the baselines and none of them: nothing has to beat it. It knows a demo mine by
/// generating it again and comparing, so that no truth is stored where training could read it; dates may have been shifted.
/// </summary>
/// <param name="seed">Seed that the mine was generated with.</param>
public sealed class DemoOracle(long seed) : IBaseline
{
    /// <summary>Its name among the models compared.</summary>
    public const string ModelName = "oracle";

    private readonly Dictionary<(string Mine, string Name), (StopeTruth Truth, DateTime First, Oracle Oracle)> known =
    [];

    /// <summary>The oracle of mines generated with the default seed.</summary>
    public DemoOracle()
        : this(new DemoMineOptions().Seed) { }

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public string? Fit(SampleSet samples, IReadOnlyList<int> trainingStopes)
    {
        if (samples.Stopes.Any(stope => !stope.IsSynthetic))
        {
            return "The data are not one generated mine with its sites.";
        }

        DemoMineOptions options = new()
        {
            Stopes = samples.Stopes.Count,
            Days = samples.Stopes.Max(Days),
            Seed = seed,
        };
        int sites = samples.Stopes.Select(stope => stope.Mine).Distinct().Count();
        if (
            sites > DemoSites.Most
            || options.Stopes / sites < DemoMineOptions.FewestStopes
            || options.Days < DemoMineOptions.FewestDays
        )
        {
            return "The data are smaller than any generated mine, or of more mines than are generated at once.";
        }

        DemoMine mine = DemoSites.Generate(options, sites);
        Dictionary<string, Oracle> oracles = DemoSites
            .Of(options, sites)
            .ToDictionary(site => site.Mine, site => new Oracle(site.Parameters));
        for (int i = 0; i < options.Stopes; i++)
        {
            StopeHistory stope = mine.Stopes[i];
            if (stope.Readings.Count > 0)
            {
                known[(samples.Stopes[i].Mine, stope.Name)] = (
                    mine.Truth[i],
                    stope.Readings[0].Timestamp,
                    oracles[stope.Mine]
                );
            }
        }

        return mine.Stopes.Zip(samples.Stopes).All(pair => IsSame(pair.First, pair.Second))
            ? null
            : "The generated mine was changed, or generated with another seed.";
    }

    /// <inheritdoc/>
    public double[]? PredictCondition(SampleSet samples, Sample sample) => null;

    /// <inheritdoc/>
    public double[]? PredictForecast(SampleSet samples, Sample sample)
    {
        StopeHistory stope = samples.Stopes[sample.StopeIndex];
        if (
            sample.AsOf is not { } asOf
            || !known.TryGetValue((stope.Mine, stope.Name), out (StopeTruth Truth, DateTime First, Oracle Oracle) found)
        )
        {
            return null;
        }

        return found.Oracle.Forecast(found.Truth, asOf - (stope.Readings[0].Timestamp - found.First));
    }

    private static int Days(StopeHistory stope) =>
        stope.Readings.Count == 0 ? 0 : (stope.Readings[^1].Timestamp - stope.Readings[0].Timestamp).Days + 1;

    private static bool IsSame(StopeHistory generated, StopeHistory given) =>
        generated.Name == given.Name
        && generated.Properties == given.Properties
        && generated.Readings.Count == given.Readings.Count
        && generated.Outcomes.Count == given.Outcomes.Count;
}
