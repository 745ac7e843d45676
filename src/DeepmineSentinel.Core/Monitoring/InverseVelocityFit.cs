namespace DeepmineSentinel.Core.Monitoring;

/// <summary>A line through inverse velocities, and when it reaches zero.</summary>
/// <param name="FailsAt">Where the line reaches zero, UTC. Never show it without the interval.</param>
/// <param name="Earliest">Lower end of the 95 % interval, UTC; null: not bounded, or in the past of the data.</param>
/// <param name="Latest">Upper end of the 95 % interval, UTC; null: not bounded.</param>
/// <param name="RSquared">Share of the variance that the line explains.</param>
/// <param name="Points">Points it was fitted to.</param>
/// <param name="SmoothingPoints">Points of the moving mean of velocity; 1: none.</param>
public sealed record InverseVelocityFit(
    DateTime FailsAt,
    DateTime? Earliest,
    DateTime? Latest,
    double RSquared,
    int Points,
    int SmoothingPoints
);
