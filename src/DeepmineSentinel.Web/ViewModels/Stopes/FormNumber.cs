using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>One field for a number with its unit and range.</summary>
public sealed record FormNumber(QuantityRange Range, string? Text, bool Required);
