namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>How one member of an ensemble was trained.</summary>
/// <param name="Member">From 0.</param>
/// <param name="Epochs">Epochs run.</param>
/// <param name="BestEpoch">Epoch whose weights it has, from 1.</param>
/// <param name="BestLoss">Validation loss of that epoch.</param>
/// <param name="Seconds">Time it took.</param>
public sealed record MemberSummary(int Member, int Epochs, int BestEpoch, double BestLoss, double Seconds);
