using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>
/// Several generated mines that differ as sites do: in depth, rock, creep, shaking and climate. What makes a stope fail is the same
/// law at all of them, with each site's own numbers. The first is the mine that there is without sites.
/// </summary>
public static class DemoSites
{
    /// <summary>Most sites.</summary>
    public const int Most = 20;

    /// <summary>The options of each site, in the order of their numbers.</summary>
    /// <param name="options">All stopes together, and the first site.</param>
    /// <param name="sites">Number of sites, 1 to 20.</param>
    /// <exception cref="SentinelException"><c>invalid_demo_sites</c>: too many, or fewer than ten stopes each.</exception>
    public static IReadOnlyList<DemoMineOptions> Of(DemoMineOptions options, int sites)
    {
        if (sites is < 1 or > Most || options.Stopes / sites < DemoMineOptions.FewestStopes)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_demo_sites",
                $"A demo mine has 1 to {Most} sites of at least {DemoMineOptions.FewestStopes} stopes each."
            );
        }

        return
        [
            .. Enumerable
                .Range(0, sites)
                .Select(site =>
                {
                    int stopes = (options.Stopes / sites) + (site < options.Stopes % sites ? 1 : 0);
                    return site == 0
                        ? options with
                        {
                            Stopes = stopes,
                        }
                        : options with
                        {
                            Stopes = stopes,
                            Seed = options.Seed + site,
                            Mine = string.Create(CultureInfo.InvariantCulture, $"{options.Mine} {site + 1}"),
                            Parameters = Differing(options.Parameters, new SeededNumbers(options.Seed, "site", site)),
                        };
                }),
        ];
    }

    /// <summary>Generates all sites as one, sorted by mine, then name.</summary>
    /// <exception cref="SentinelException">Too many sites, or too few or many stopes or days.</exception>
    public static DemoMine Generate(DemoMineOptions options, int sites)
    {
        DemoMine[] mines = [.. Of(options, sites).Select(DemoMineGenerator.Generate)];
        (StopeHistory Stope, StopeTruth Truth)[] all =
        [
            .. mines
                .SelectMany(mine => mine.Stopes.Zip(mine.Truth))
                .OrderBy(one => one.First.Mine, StringComparer.Ordinal)
                .ThenBy(one => one.First.Name, StringComparer.Ordinal),
        ];
        return new DemoMine([.. all.Select(one => one.Stope)], [.. all.Select(one => one.Truth)]);
    }

    // Plausible and no more: mines differ by more than their stopes do, in what one site's data cannot show.
    private static DemoMineParameters Differing(DemoMineParameters usual, SeededNumbers numbers)
    {
        double deeper = numbers.NextBetween(-100, 600);
        return usual with
        {
            DepthMetres = (usual.DepthMetres.Shallowest + deeper, usual.DepthMetres.Deepest + deeper),
            RqdMeanPercent = Math.Clamp(usual.RqdMeanPercent + (8 * numbers.NextNormal()), 45, 90),
            StrengthFactor = usual.StrengthFactor * Math.Exp(0.2 * numbers.NextNormal()),
            CreepMedianMmPerDay = usual.CreepMedianMmPerDay * Math.Exp(0.5 * numbers.NextNormal()),
            PpvFactor = usual.PpvFactor * Math.Exp(0.3 * numbers.NextNormal()),
            TemperatureCelsius = usual.TemperatureCelsius + (4 * numbers.NextNormal()),
        };
    }
}
