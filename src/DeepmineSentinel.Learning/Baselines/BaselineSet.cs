namespace DeepmineSentinel.Learning.Baselines;

/// <summary>What the network must beat.</summary>
public static class BaselineSet
{
    /// <summary>A new one of each, not yet fitted.</summary>
    public static IReadOnlyList<IBaseline> Create() =>
        [
            new Majority(),
            new PhysicsRuleBaseline(),
            new IsoprobabilityBaseline(),
            new LogitOnStatics(),
            new LogitOnSeriesSummaries(),
        ];
}
