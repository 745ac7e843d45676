using System.Globalization;

namespace DeepmineSentinel.Core.Registry;

/// <summary>What people read instead of a run id: network, purpose, mine and date.</summary>
public static class RunTitle
{
    /// <summary>For example <c>enhanced · stope · Default mine · 2026-11-21 14:03</c>.</summary>
    /// <param name="network">Preset.</param>
    /// <param name="purpose">What the model answers.</param>
    /// <param name="mines">Names of the mines it learns from; empty: nobody named one, or they are not known yet.</param>
    /// <param name="at">End of training, or the request while it is open; UTC.</param>
    public static string Of(string network, ModelPurpose purpose, IReadOnlyList<string> mines, DateTime at)
    {
        string moment = at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return purpose switch
        {
            // Case histories belong to no mine.
            ModelPurpose.CaseHistory when mines.Count == 0 => $"{network} · case history · {moment}",
            ModelPurpose.CaseHistory => $"{network} · case history · {Place(mines)} · {moment}",
            _ when mines.Count == 0 => $"{network} · stope · no mine named · {moment}",
            _ => $"{network} · stope · {Place(mines)} · {moment}",
        };
    }

    /// <summary>What a model of a purpose is asked about, for a sentence.</summary>
    public static string Subject(ModelPurpose purpose) =>
        purpose == ModelPurpose.CaseHistory ? "case histories" : "stopes";

    private static string Place(IReadOnlyList<string> mines) =>
        mines.Count switch
        {
            1 => mines[0],
            2 => $"{mines[0]}, {mines[1]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{mines[0]} +{mines.Count - 1}"),
        };
}
