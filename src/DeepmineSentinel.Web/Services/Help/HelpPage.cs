namespace DeepmineSentinel.Web.Services.Help;

/// <summary>A page of help, made from one Markdown file.</summary>
/// <param name="Address">Where it answers on the site.</param>
/// <param name="Language">Two letters: what it is written in.</param>
/// <param name="Title">Its first heading, without markup.</param>
/// <param name="Html">What follows that heading.</param>
/// <param name="Sections">Its second-level headings in order.</param>
/// <param name="Links">Addresses on the site that it links to, with their anchors.</param>
public sealed record HelpPage(
    string Address,
    string Language,
    string Title,
    string Html,
    IReadOnlyList<HelpSection> Sections,
    IReadOnlyList<string> Links
);
