namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>One field for a category.</summary>
public sealed record FormChoice(
    string Field,
    string Label,
    IReadOnlyList<(string Value, string Label, bool Chosen)> Options
);
