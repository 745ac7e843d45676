namespace DeepmineSentinel.Core.Errors;

/// <summary>Collects every problem of an input, keeps the first thousand and counts the rest.</summary>
public sealed class ProblemList
{
    private readonly List<RowProblem> shown = [];

    /// <summary>The problems kept, at most <see cref="InputRejectedException.MostShown"/>.</summary>
    public IReadOnlyList<RowProblem> Shown => shown;

    /// <summary>How many problems there are in all.</summary>
    public int Total { get; private set; }

    /// <summary>Adds a problem.</summary>
    public void Add(RowProblem problem)
    {
        Total++;
        if (shown.Count < InputRejectedException.MostShown)
        {
            shown.Add(problem);
        }
    }

    /// <summary>Throws when there is any problem.</summary>
    /// <exception cref="InputRejectedException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (Total > 0)
        {
            throw new InputRejectedException(shown, Total);
        }
    }
}
