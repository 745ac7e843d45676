namespace DeepmineSentinel.Core.Predictions;

/// <summary>What each step of one channel contributed; over the steps it adds up to the channel's driver.</summary>
/// <param name="Channel">Name of the channel, as of its driver.</param>
/// <param name="Values">What the network saw of each step, in the channel's unit: the mean, of vibration the greatest; null: not measured.</param>
/// <param name="Contributions">Contribution of each step in log-odds; null: not measured.</param>
public sealed record ChannelAttribution(
    string Channel,
    IReadOnlyList<float?> Values,
    IReadOnlyList<float?> Contributions
);
