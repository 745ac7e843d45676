using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Learning.Inference;

namespace DeepmineSentinel.Learning.Tests.Inference;

public sealed class RecommendationTableTests
{
    private static readonly StabilityPrediction Answer = new()
    {
        StopeId = 1,
        StopeName = "S",
        Mine = "M",
        Mode = PredictionMode.Network,
        Level = RiskLevel.High,
        LevelBasis = LevelBasis.Forecast,
        LevelCutPoints = RiskThresholds.Default.CutPoints,
        Drivers =
        [
            new Driver("deformation_rate", "4.2", "mm/day", 1.4),
            new Driver("hr", "9", "m", 0.4),
            new Driver("rqd", "40", "%", 0.1),
            new Driver("stress", "30", "MPa", -2),
        ],
        ComputedAt = new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc),
    };

    [Fact]
    public void What_raised_the_risk_asks_for_its_own_action_with_its_value()
    {
        IReadOnlyList<Recommendation> rows = RecommendationTable.Default.For(Answer, RiskLevel.High);
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Priority));
        Assert.Contains(rows, row => row.Why == "deformation rate, 4.2 mm/day, is among what raised the risk most.");
        Assert.Contains(rows, row => row.Action.StartsWith("Consider a smaller", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Why.Contains("rqd", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Why.Contains("stress", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_drivers_ask_for_nothing_where_the_level_is_low() =>
        Assert.Empty(RecommendationTable.Default.For(Answer, RiskLevel.Low));

    [Fact]
    public void A_stale_answer_says_what_its_level_was()
    {
        IReadOnlyList<Recommendation> rows = RecommendationTable.Default.For(
            Answer with
            {
                Stale = true,
                Drivers = [],
            },
            RiskLevel.Critical
        );
        Assert.Equal("The level was critical.", rows[0].Why);
        Assert.Equal("The answer is stale.", rows[^1].Why);
    }

    [Fact]
    public void A_mines_own_rows_take_the_place_of_the_examples()
    {
        RecommendationTable own = new([
            new RecommendationRule
            {
                Levels = [RiskLevel.High],
                Driver = "hr",
                Action = "Call the shift boss.",
                Why = "Plan 7, level {level}: {driver} is {value}.",
            },
            new RecommendationRule
            {
                Flag = RecommendationCue.OutOfRange,
                Action = "Never mind.",
                Why = "No.",
            },
        ]);
        Recommendation only = Assert.Single(own.For(Answer, RiskLevel.High));
        Assert.Equal("Plan 7, level high: hr is 9 m.", only.Why);
        Assert.Empty(own.For(Answer, RiskLevel.Critical));
    }

    [Theory]
    [InlineData("", "Why.", true)]
    [InlineData("Do.", " ", true)]
    [InlineData("Do.", "Why.", false)]
    public void A_row_without_action_why_or_condition_is_refused(string action, string why, bool withLevel)
    {
        RecommendationRule row = new()
        {
            Levels = withLevel ? [RiskLevel.High] : [],
            Action = action,
            Why = why,
        };
        Assert.NotNull(row.Problem);
        Assert.Null((row with { Levels = [RiskLevel.High], Action = "Do.", Why = "Why." }).Problem);
    }
}
