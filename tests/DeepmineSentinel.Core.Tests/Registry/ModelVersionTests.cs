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
        version.Archive("Pruned.", "tester", Moment);
        Assert.Equal("model_archived", Assert.Throws<SentinelException>(() => version.Promote(Moment)).Code);
        version.Restore();
        Assert.Equal(ModelVersionState.Candidate, version.State);
    }

    [Fact]
    public void Production_is_never_archived_directly()
    {
        ModelVersion version = NewVersion();
        version.Promote(Moment);
        Assert.Throws<SentinelException>(() => version.Archive("Pruned.", "tester", Moment));
        Assert.Null(version.ArchivedAt);
    }

    [Fact]
    public void A_pinned_version_is_archived_only_after_it_was_unpinned()
    {
        ModelVersion version = NewVersion();
        version.Pin();
        SentinelException refused = Assert.Throws<SentinelException>(() => version.Archive("", "tester", Moment));
        version.Unpin();
        version.Archive("Pruned.", "tester", Moment);

        Assert.Equal("model_pinned", refused.Code);
        Assert.Equal(
            (ModelVersionState.Archived, "Pruned.", "tester", Moment),
            (version.State, version.ArchivedReason, version.ArchivedBy, version.ArchivedAt!.Value)
        );
    }

    [Fact]
    public void A_note_that_is_too_long_is_refused_and_the_old_one_stays()
    {
        ModelVersion version = NewVersion();
        version.Annotate("  kept  ");
        string tooLong = new('x', ModelVersion.NotesLength + 1);

        Assert.Equal("notes_too_long", Assert.Throws<SentinelException>(() => version.Annotate(tooLong)).Code);
        Assert.Equal("kept", version.Notes);
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
