namespace DeepmineSentinel.Core.Auditing;

/// <summary>One value of what was changed.</summary>
/// <param name="Name">Its name as in files, for example <c>rqd</c>.</param>
/// <param name="Before">What it was; null: it had none.</param>
/// <param name="After">What it is from then on; null: it has none.</param>
public sealed record AuditField(string Name, string? Before, string? After);
