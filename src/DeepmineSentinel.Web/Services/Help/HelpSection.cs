namespace DeepmineSentinel.Web.Services.Help;

/// <summary>A part of a page of help.</summary>
/// <param name="Id">Its anchor, made from the title as code hosts make it.</param>
/// <param name="Title">Its heading, without markup.</param>
public sealed record HelpSection(string Id, string Title);
