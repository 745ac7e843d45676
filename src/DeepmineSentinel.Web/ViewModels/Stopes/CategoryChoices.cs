namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>The members of a category for a list, one perhaps chosen.</summary>
public static class CategoryChoices
{
    public static IReadOnlyList<(string Value, string Label, bool Chosen)> Of<TCategory>(TCategory? chosen)
        where TCategory : struct, Enum =>
        [
            .. Enum.GetValues<TCategory>()
                .Select(value =>
                    (
                        value.ToString(),
                        Words.Category(value),
                        EqualityComparer<TCategory?>.Default.Equals(value, chosen)
                    )
                ),
        ];
}
