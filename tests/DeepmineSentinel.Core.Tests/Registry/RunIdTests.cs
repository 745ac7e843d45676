using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Core.Tests.Registry;

public sealed class RunIdTests
{
    private static readonly DateTime Moment = new(2026, 1, 31, 23, 59, 59, DateTimeKind.Utc);

    [Fact]
    public void An_id_is_the_utc_moment_and_eight_hex_digits() =>
        Assert.Equal("20260131_235959_0000beef", RunId.Create(Moment, 0xBEEF).Value);

    [Fact]
    public void A_made_id_reads_back() =>
        Assert.Equal(RunId.Create(Moment, 7), RunId.Parse(RunId.Create(Moment, 7).Value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("20260131_235959_0A1B2C3D")]
    [InlineData("20260131_235959_0a1b2c3")]
    [InlineData("20260131_235959_0a1b2c3d\n")]
    [InlineData("20260131_235959_0a1b2c3d/..")]
    [InlineData("/0260131_235959_0a1b2c3d")]
    [InlineData("20260131-235959-0a1b2c3d")]
    [InlineData("２0260131_235959_0a1b2c3")]
    public void Anything_else_is_refused_before_a_path_is_built(string? text)
    {
        Assert.False(RunId.TryParse(text, out _));
        SentinelException refused = Assert.Throws<SentinelException>(() => RunId.Parse(text));
        Assert.Equal(("invalid_run_id", FailureKind.InvalidInput), (refused.Code, refused.Kind));
    }

    [Fact]
    public void Ten_thousand_characters_are_refused() => Assert.False(RunId.TryParse(new string('0', 10_000), out _));

    [Fact]
    public void An_id_that_was_never_made_names_nothing() =>
        Assert.Throws<InvalidOperationException>(() => default(RunId).Value);
}
