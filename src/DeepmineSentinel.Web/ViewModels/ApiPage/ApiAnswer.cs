namespace DeepmineSentinel.Web.ViewModels.ApiPage;

/// <summary>What a request may be answered with.</summary>
/// <param name="Status">Status.</param>
/// <param name="Description">When.</param>
/// <param name="Kind">What it is, in words.</param>
/// <param name="ContentType">Null: it has no body.</param>
public sealed record ApiAnswer(string Status, string Description, string Kind, string? ContentType);
