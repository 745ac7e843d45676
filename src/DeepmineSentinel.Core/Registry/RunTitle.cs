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
    public static string Of(string network, ModelPurpose purpose, IReadOnlyList<string> mines, DateTime at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{network} · {Word(purpose)}{Where(purpose, mines)} · {at:yyyy-MM-dd HH:mm}"
        );

    // Case histories belong to no mine.
    private static string Where(ModelPurpose purpose, IReadOnlyList<string> mines) =>
        purpose == ModelPurpose.CaseHistory && mines.Count == 0 ? "" : $" · {Place(mines)}";

    /// <summary>What a model of a purpose is asked about, for a sentence.</summary>
    public static string Subject(ModelPurpose purpose) =>
        purpose == ModelPurpose.CaseHistory ? "case histories" : "stopes";

    private static string Word(ModelPurpose purpose) => purpose == ModelPurpose.CaseHistory ? "case history" : "stope";

    private static string Place(IReadOnlyList<string> mines) =>
        mines.Count switch
        {
            0 => "no mine named",
            1 => mines[0],
            2 => $"{mines[0]} and {mines[1]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{mines[0]} and {mines.Count - 1} more"),
        };
}
