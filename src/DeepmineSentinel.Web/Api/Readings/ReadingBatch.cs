using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>Readings of one request: the good ones with their places, the others with what is wrong.</summary>
internal sealed class ReadingBatch
{
    /// <summary>The most readings in a request.</summary>
    public const int MostRows = 10_000;

    private readonly List<int> places = [];

    /// <summary>Readings that can be stored.</summary>
    public List<Reading> Good { get; } = [];

    /// <summary>Readings that cannot, in the order of the request.</summary>
    public List<ReadingResultDocument> Refused { get; } = [];

    /// <summary>Readings in the request.</summary>
    public int Rows => Good.Count + Refused.Count;

    public void Take(int index, Reading reading)
    {
        places.Add(index);
        Good.Add(reading);
    }

    public void Refuse(int index, IReadOnlyList<ReadingProblem> problems) =>
        Refused.Add(new ReadingResultDocument(index, ReadingResult.Refused) { Problems = problems });

    /// <summary>What is answered.</summary>
    /// <param name="added">Of each good reading whether it was added; what was not is a duplicate.</param>
    /// <param name="all">Whether accepted readings are listed too.</param>
    public ReadingBatchDocument Answer(bool[] added, bool all)
    {
        List<ReadingResultDocument> results = [.. Refused];
        for (int i = 0; i < added.Length; i++)
        {
            if (all || !added[i])
            {
                ReadingResult result = added[i] ? ReadingResult.Accepted : ReadingResult.Duplicate;
                results.Add(new ReadingResultDocument(places[i], result));
            }
        }

        results.Sort((one, other) => one.Index.CompareTo(other.Index));
        int accepted = added.Count(yes => yes);
        return new ReadingBatchDocument(Rows, accepted, added.Length - accepted, Refused.Count, results);
    }
}
