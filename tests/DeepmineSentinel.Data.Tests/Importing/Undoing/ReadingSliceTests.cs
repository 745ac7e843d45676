using DeepmineSentinel.Data.Importing.Undoing;

namespace DeepmineSentinel.Data.Tests.Importing.Undoing;

public sealed class ReadingSliceTests
{
    private static readonly DateTime First = new(2024, 2, 27, 22, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0, 900_000, 1)]
    [InlineData(365, 49_999, 1)]
    [InlineData(365, 50_001, 2)]
    [InlineData(365, 1_000_000, 20)]
    [InlineData(2, 1_000_000, 3)]
    public void Parts_are_whole_days_that_follow_each_other_from_the_first_to_the_last(int days, int rows, int parts)
    {
        ReadingSlice whole = new(7, First, First.AddDays(days).AddHours(1), rows);
        string[][] spans = [.. whole.Parts().Select(part => (string[])[part.Days.From, part.Days.To])];
        Assert.InRange(spans.Length, 1, parts);
        Assert.True(spans.Length > parts / 2);
        Assert.Equal((whole.Days.From, whole.Days.To), (spans[0][0], spans[^1][1]));
        Assert.Equal(spans.Skip(1).Select(span => span[0]), spans.SkipLast(1).Select(span => span[1]));
        Assert.All(whole.Parts(), part => Assert.Equal(7, part.StopeId));
    }

    [Fact]
    public void Groups_hold_every_slice_once_and_about_as_many_rows_each()
    {
        ReadingSlice[] slices = [.. Enumerable.Range(1, 1_000).Select(id => new ReadingSlice(id, First, First, 120))];
        IReadOnlyList<ReadingSlice>[] groups = [.. ReadingSlice.Grouped(slices)];
        Assert.Equal(slices, groups.SelectMany(group => group));
        Assert.Equal(3, groups.Length);
    }
}
