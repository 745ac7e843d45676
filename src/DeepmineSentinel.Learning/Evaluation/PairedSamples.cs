namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>The held-out samples that several runs share: the same stope at the same moment.</summary>
internal sealed record PairedSamples
{
    /// <summary>Stope of each sample, numbered.</summary>
    public required int[] StopeOfSample { get; init; }

    /// <summary>True classes; -1: not scored.</summary>
    public required int[] Labels { get; init; }

    /// <summary>Whether the stope failed within each horizon; null: not known.</summary>
    public required IReadOnlyList<bool?>[] Failed { get; init; }

    /// <summary>What each run answered.</summary>
    public required IReadOnlyList<PairedAnswers> Runs { get; init; }

    /// <summary>Shared samples whose labels differ, because data came between the runs; they are left out.</summary>
    public required int Disagreeing { get; init; }

    /// <summary>Finds them.</summary>
    /// <param name="runs">Held-out predictions of each run, with equal classes and horizons.</param>
    public static PairedSamples Of(IReadOnlyList<HeldOutPredictions> runs)
    {
        Dictionary<Key, Place>[] places = [.. runs.Select(Places)];
        List<Key> shared = [.. places[0].Keys.Where(key => places.All(run => run.ContainsKey(key)))];
        List<Key> agreed = [.. shared.Where(key => places.All(run => SameLabels(places[0][key], run[key])))];
        Dictionary<string, int> stopes = [];
        return new PairedSamples
        {
            StopeOfSample = [.. agreed.Select(key => NumberOf(stopes, key.Stope))],
            Labels = [.. agreed.Select(key => places[0][key].Label)],
            Failed = [.. agreed.Select(key => places[0][key].Failed)],
            Runs = [.. places.Select(run => AnswersOf(agreed.ConvertAll(key => run[key])))],
            Disagreeing = shared.Count - agreed.Count,
        };
    }

    private static PairedAnswers AnswersOf(List<Place> places) =>
        new(
            [.. places.Select(place => place.Stope.Conditions[place.Row])],
            [.. places.Select(place => place.Stope.Answers[place.Row])],
            [.. places.Select(place => place.Stope.Forecasts[place.Row])]
        );

    private static Dictionary<Key, Place> Places(HeldOutPredictions run)
    {
        Dictionary<Key, Place> places = [];
        foreach (HeldOutStope stope in run.Stopes)
        {
            for (int row = 0; row < stope.AsOf.Count; row++)
            {
                places.TryAdd(new Key(stope.Stope, stope.AsOf[row]), new Place(stope, row));
            }
        }

        return places;
    }

    private static bool SameLabels(Place one, Place other) =>
        one.Label == other.Label && one.Failed.SequenceEqual(other.Failed);

    private static int NumberOf(Dictionary<string, int> stopes, string stope)
    {
        if (!stopes.TryGetValue(stope, out int number))
        {
            number = stopes.Count;
            stopes.Add(stope, number);
        }

        return number;
    }

    private readonly record struct Key(string Stope, DateTime? AsOf);

    private readonly record struct Place(HeldOutStope Stope, int Row)
    {
        public int Label => Stope.Labels[Row];

        public IReadOnlyList<bool?> Failed => Stope.Failed[Row];
    }
}
