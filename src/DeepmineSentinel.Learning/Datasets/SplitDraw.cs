using System.Globalization;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Draws the groups of a split by hashes of mine and name.</summary>
internal static class SplitDraw
{
    /// <summary>
    /// Those whose hash lies below the share, so that a stope stays where it is when others come; but at least one and
    /// at most about twice the share of each class, as small mines would otherwise hold out none or too many.
    /// </summary>
    public static IEnumerable<int> Test(SampleSet set, IReadOnlyList<int> members, double share)
    {
        if (share <= 0 || members.Count < StopeSplit.FewestStopesOfAClass)
        {
            return [];
        }

        (int Stope, double Place)[] places = Ranked(set, members, "test");
        int drawn = places.Count(place => place.Place < share);
        int most = Math.Max(1, (int)Math.Round(2 * share * members.Count));
        return places.Take(Math.Clamp(drawn, 1, Math.Min(most, members.Count - 2))).Select(place => place.Stope);
    }

    /// <summary>The seed's share of each class, at least one, leaving at least one to train on.</summary>
    public static IEnumerable<int> Validation(SampleSet set, List<int> rest, int all, SplitOptions options)
    {
        if (rest.Count < 2)
        {
            return [];
        }

        string purpose = string.Create(CultureInfo.InvariantCulture, $"validation {options.Seed}");
        int count = Math.Clamp((int)Math.Round(options.ValidationShare * all), 1, rest.Count - 1);
        return Ranked(set, rest, purpose).Take(count).Select(place => place.Stope);
    }

    /// <summary>Two halves by hash, class by class in turn; both all of them where there are too few.</summary>
    public static (List<int> Stop, List<int> Calibrate) Halves(SampleSet set, List<int> validation)
    {
        if (validation.Count < StopeSplit.SmallestHalvedValidation)
        {
            return (validation, validation);
        }

        return Parted(set, validation);
    }

    /// <summary>Two halves that share no stope, however few there are.</summary>
    public static (List<int> Stop, List<int> Calibrate) Parted(SampleSet set, List<int> validation)
    {
        IReadOnlyList<int> classes = set.StopeClasses();
        List<int> stop = [];
        List<int> calibrate = [];
        foreach ((int stope, _) in Ranked(set, validation, "half").OrderBy(place => classes[place.Stope]))
        {
            (stop.Count > calibrate.Count ? calibrate : stop).Add(stope);
        }

        return (stop, calibrate);
    }

    /// <summary>The stopes by their hash.</summary>
    public static IEnumerable<int> Order(SampleSet set, IReadOnlyList<int> stopes, string purpose) =>
        Ranked(set, stopes, purpose).Select(place => place.Stope);

    private static (int Stope, double Place)[] Ranked(SampleSet set, IReadOnlyList<int> stopes, string purpose) =>
        [
            .. stopes
                .Select(stope => (Stope: stope, Place: StopeHash.Place(set.Stopes[stope], purpose)))
                .OrderBy(place => place.Place)
                .ThenBy(place => place.Stope),
        ];
}
