namespace DeepmineSentinel.Web.ViewModels;

/// <summary>A part of a page that may fail without taking the page with it.</summary>
/// <param name="Value">What it shows; null: nothing to show, or it failed.</param>
/// <param name="Failure">Why it cannot be shown; null: it can.</param>
public sealed record PagePart<TValue>(TValue? Value, string? Failure)
    where TValue : class;
