namespace DeepmineSentinel.Web.ViewModels.ApiPage;

/// <summary>Operations of one kind.</summary>
public sealed record ApiGroup(string Name, IReadOnlyList<ApiOperation> Operations);
