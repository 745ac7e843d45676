using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Tests.Stopes;

public sealed class CategoryNameTests
{
    [Theory]
    [InlineData("Rock Bolts")]
    [InlineData("rock_bolts")]
    [InlineData("ROCK-BOLTS")]
    [InlineData(" RockBolts ")]
    public void A_name_is_read_in_any_spelling_people_use(string text)
    {
        Assert.True(CategoryName.TryParse(text, out SupportType support));
        Assert.Equal(SupportType.RockBolts, support);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("Rock Bolts 2")]
    [InlineData("Mesh, Timber")]
    [InlineData("Adamant")]
    public void An_unknown_name_is_not_turned_into_the_first_member(string? text) =>
        Assert.False(CategoryName.TryParse(text, out SupportType _));

    [Fact]
    public void Every_member_reads_back_from_its_own_name()
    {
        foreach (SupportType support in Enum.GetValues<SupportType>())
        {
            Assert.True(CategoryName.TryParse(CategoryName.Of(support), out SupportType read));
            Assert.Equal(support, read);
        }
    }

    [Fact]
    public void Names_have_spaces_between_words() => Assert.Equal("Steel Sets", CategoryName.Of(SupportType.SteelSets));
}
