using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Core.Tests.Registry;

public sealed class RunTitleTests
{
    private static readonly DateTime Moment = new(2026, 11, 21, 14, 3, 59, DateTimeKind.Utc);

    [Theory]
    [InlineData("", "enhanced · stope · no mine named · 2026-11-21 14:03")]
    [InlineData("Default mine", "enhanced · stope · Default mine · 2026-11-21 14:03")]
    [InlineData("North;South", "enhanced · stope · North, South · 2026-11-21 14:03")]
    [InlineData("North;South;West", "enhanced · stope · North +2 · 2026-11-21 14:03")]
    public void A_title_names_network_purpose_mine_and_date(string mines, string title) =>
        Assert.Equal(
            title,
            RunTitle.Of("enhanced", ModelPurpose.Stope, mines.Split(';', StringSplitOptions.RemoveEmptyEntries), Moment)
        );

    [Fact]
    public void A_case_history_model_says_so() =>
        Assert.Contains(
            "case history",
            RunTitle.Of("compact", ModelPurpose.CaseHistory, [], Moment),
            StringComparison.Ordinal
        );
}
