using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

public sealed class FeatureColumnsTests
{
    private static readonly SampleTable Table = TestBatches.Table(TestBatches.Shape(NetworkPreset.Compact), 20);

    [Fact]
    public void Dealing_a_static_feature_anew_moves_its_columns_together_and_nothing_else()
    {
        SampleTable dealt = new FeatureColumns("rqd", [3, 7], null).Shuffled(Table, RandomSequence.Open("test", 1));
        Assert.Equal(Table.Series, dealt.Series);
        for (int column = 0; column < 65; column++)
        {
            float[] before = Column(Table, column);
            float[] after = Column(dealt, column);
            Assert.Equal(column is 3 or 7, !before.SequenceEqual(after));
            Assert.Equal(before.Order(), after.Order());
        }

        Assert.Equal(Column(Table, 3).Zip(Column(Table, 7)).Order(), Column(dealt, 3).Zip(Column(dealt, 7)).Order());
    }

    [Fact]
    public void Dealing_a_channel_anew_moves_values_with_their_masks()
    {
        SampleTable dealt = new FeatureColumns("stress", [], 2).Shuffled(Table, RandomSequence.Open("test", 1));
        Assert.Equal(Table.Statics, dealt.Statics);
        Assert.NotEqual(Table.Series, dealt.Series);
        Assert.Equal(Table.Series.Order(), dealt.Series.Order());
        for (int i = 0; i < dealt.Series.Length; i++)
        {
            int place = i % 10;
            Assert.True(place is 2 or 7 || dealt.Series[i].Equals(Table.Series[i]));
            Assert.True(place >= 5 || dealt.Series[i + 5] != 0 || dealt.Series[i] == 0);
        }
    }

    [Fact]
    public void Dealing_within_groups_leaves_what_a_group_holds_in_it()
    {
        int[][] groups =
        [
            [0, 5, 10, 15, 19],
            [.. Enumerable.Range(0, 19).Where(row => row % 5 != 0)],
        ];
        SampleTable dealt = new FeatureColumns("rqd", [3], null).Shuffled(
            Table,
            groups,
            RandomSequence.Open("test", 1)
        );
        float[] before = Column(Table, 3);
        float[] after = Column(dealt, 3);
        Assert.NotEqual(before, after);
        Assert.All(
            groups,
            group => Assert.Equal(group.Select(row => before[row]).Order(), group.Select(row => after[row]).Order())
        );
    }

    private static float[] Column(SampleTable table, int column) =>
        [.. Enumerable.Range(0, table.Count).Select(row => table.Statics[(row * 65) + column])];
}
