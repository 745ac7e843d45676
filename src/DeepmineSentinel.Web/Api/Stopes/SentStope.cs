using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>An edit of a stope as it was understood.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">All its properties, those that were not given as they are.</param>
internal sealed record SentStope(string Name, StopeProperties Properties);
