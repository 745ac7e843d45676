using DeepmineSentinel.Learning.Evaluation.Folds;

namespace DeepmineSentinel.Learning.Tests.Evaluation.Folds;

public sealed class FeatureRisesTests
{
    private static readonly DateTime Start = new(2025, 1, 1, 6, 0, 0, DateTimeKind.Utc);

    /// <summary>A channel that only tells the season must find no other date within its group.</summary>
    [Fact]
    public void Parts_of_the_calendar_do_not_overlap_and_hold_every_row_once()
    {
        DateTime?[] moments = [.. Enumerable.Range(0, 500).Select(row => (DateTime?)Start.AddDays(row * 7 % 120))];
        int[][] parts = FeatureRises.CalendarPartsOf(moments);
        Assert.Equal(20, parts.Length);
        Assert.Equal(Enumerable.Range(0, 500), parts.SelectMany(part => part).Order());
        Assert.All(
            parts.Zip(parts.Skip(1)),
            pair => Assert.True(pair.First.Max(row => moments[row]) <= pair.Second.Min(row => moments[row]))
        );
    }

    [Fact]
    public void Few_or_undated_rows_still_have_somebody_to_change_with()
    {
        Assert.All(FeatureRises.CalendarPartsOf([Start, Start, Start, null]), part => Assert.Equal(2, part.Length));
        Assert.Equal(20, FeatureRises.CalendarPartsOf(new DateTime?[100]).Length);
    }
}
