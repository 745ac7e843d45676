using DeepmineSentinel.Core.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class ModelVersionConfiguration : IEntityTypeConfiguration<ModelVersion>
{
    public void Configure(EntityTypeBuilder<ModelVersion> builder)
    {
        builder.ToTable("ModelVersions");
        builder.Property(version => version.RunId).HasMaxLength(TextLength.RunId);
        builder.Property(version => version.Network).HasMaxLength(TextLength.Network);
        builder.Property(version => version.Engine).HasMaxLength(TextLength.Engine);
        builder.Property(version => version.DataHash).HasMaxLength(TextLength.Sha256);
        builder.Property(version => version.RegisteredBy).HasMaxLength(TextLength.Person);
        builder.Property(version => version.GateReasons).HasMaxLength(TextLength.GateReasons);
        builder.Property(version => version.Notes).HasMaxLength(ModelVersion.NotesLength);
        builder.Property(version => version.ParentRunId).HasMaxLength(TextLength.RunId);
        builder.Property(version => version.ArchivedBy).HasMaxLength(TextLength.Person);
        builder.Property(version => version.ArchivedReason).HasMaxLength(PointerMove.ReasonLength);

        // What is archived must be no one's pointer and not pinned, also when both are asked for at once.
        builder.Property(version => version.State).IsConcurrencyToken();
        builder.Property(version => version.Pinned).IsConcurrencyToken();
        builder.HasIndex(version => version.RunId).IsUnique();
        OnePerPurpose(builder, ModelVersionState.Production);
        OnePerPurpose(builder, ModelVersionState.Previous);
    }

    private static void OnePerPurpose(EntityTypeBuilder<ModelVersion> builder, ModelVersionState state) =>
        builder
            .HasIndex([nameof(ModelVersion.Purpose)], $"IX_ModelVersions_{state}")
            .IsUnique()
            .HasFilter($"[State] = '{state}'");
}
