using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Core.Tests.Registry;

public sealed class ModelVersionTests
{
    private static readonly DateTime Moment = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_version_starts_as_a_candidate() => Assert.Equal(ModelVersionState.Candidate, NewVersion().State);

    [Fact]
    public void Promotion_remembers_when()
    {
        ModelVersion version = NewVersion();
        version.Promote(Moment);
        Assert.Equal((ModelVersionState.Production, Moment), (version.State, version.PromotedAt!.Value));
    }

    [Fact]
    public void Production_steps_down_to_previous_and_can_come_back()
    {
        ModelVersion version = NewVersion();
        version.Promote(Moment);
        version.StepDown();
        Assert.Equal(ModelVersionState.Previous, version.State);
        version.Promote(Moment);
        Assert.Equal(ModelVersionState.Production, version.State);
    }

    [Fact]
    public void A_candidate_cannot_step_down()
    {
        SentinelException refused = Assert.Throws<SentinelException>(NewVersion().StepDown);
        Assert.Equal(FailureKind.Conflict, refused.Kind);
    }

    [Fact]
    public void An_archived_version_is_not_promoted()
    {
        ModelVersion version = NewVersion();
        version.Archive();
        Assert.Equal("model_archived", Assert.Throws<SentinelException>(() => version.Promote(Moment)).Code);
    }

    [Fact]
    public void Production_is_never_archived_directly()
    {
        ModelVersion version = NewVersion();
        version.Promote(Moment);
        Assert.Throws<SentinelException>(version.Archive);
    }

    private static ModelVersion NewVersion() =>
        new()
        {
            RunId = "20260131_235959_0a1b2c3d",
            Purpose = ModelPurpose.Stope,
            Network = "compact",
            Engine = "managed",
            Parameters = 32_000,
            DataHash = new string('0', 64),
            TrainedOnSynthetic = false,
            TrainedAt = Moment,
            RegisteredAt = Moment,
            RegisteredBy = "tester",
            Metrics = "{}",
            GatePassed = true,
            GateReasons = "",
        };
}
