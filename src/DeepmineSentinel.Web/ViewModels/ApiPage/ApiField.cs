namespace DeepmineSentinel.Web.ViewModels.ApiPage;

/// <summary>Something that a request says.</summary>
/// <param name="Name">Its name, with the names of what it is inside of.</param>
/// <param name="Where">path, query, header or body.</param>
/// <param name="Kind">What it may be, in words.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Description">What it does; null: not said.</param>
public sealed record ApiField(string Name, string Where, string Kind, bool Required, string? Description);
