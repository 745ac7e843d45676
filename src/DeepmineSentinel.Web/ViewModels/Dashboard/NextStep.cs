namespace DeepmineSentinel.Web.ViewModels.Dashboard;

/// <summary>Something a person should do next, and where.</summary>
public sealed record NextStep(string Title, string Why, string Address);
