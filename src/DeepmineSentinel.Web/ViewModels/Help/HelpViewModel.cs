using DeepmineSentinel.Web.Services.Help;

namespace DeepmineSentinel.Web.ViewModels.Help;

/// <summary>A page of help and the way to the others.</summary>
/// <param name="Page">What is read.</param>
/// <param name="Guide">The pages that tell how to do something, in order.</param>
public sealed record HelpViewModel(HelpPage Page, IReadOnlyList<HelpPage> Guide);
