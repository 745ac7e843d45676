namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>What came of an attempt.</summary>
/// <param name="IsSent">Whether the other end took it.</param>
/// <param name="Answer">What it answered, or why it could not be asked.</param>
public sealed record DeliveryResult(bool IsSent, string Answer);
