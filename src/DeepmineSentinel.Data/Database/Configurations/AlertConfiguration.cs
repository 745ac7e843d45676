using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable(
            "Alerts",
            table =>
                table.HasCheckConstraint(
                    "CK_Alerts_ResolvedAt",
                    "([State] = 'Resolved' AND [ResolvedAt] IS NOT NULL) OR ([State] <> 'Resolved' AND [ResolvedAt] IS NULL)"
                )
        );
        builder.Ignore(alert => alert.Cause);
        builder.Property(alert => alert.Channel).HasMaxLength(AlertCause.ChannelLength);
        builder.Property(alert => alert.Reason).HasMaxLength(Alert.ReasonLength);
        builder.Property(alert => alert.AcknowledgedBy).HasMaxLength(TextLength.Person);
        builder.Property(alert => alert.ResolvedBy).HasMaxLength(TextLength.Person);
        builder.Property(alert => alert.Comment).HasMaxLength(Alert.CommentLength);
        builder.Property(alert => alert.Resolution).HasMaxLength(Alert.CommentLength);

        // Two people, or a person and the site: the second one's save fails.
        builder.Property(alert => alert.Revision).IsConcurrencyToken();
        builder.HasOne<Stope>().WithMany().HasForeignKey(alert => alert.StopeId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(
                alert => new
                {
                    alert.StopeId,
                    alert.CauseKind,
                    alert.Channel,
                },
                "IX_Alerts_Open"
            )
            .IsUnique()
            .HasFilter("[ResolvedAt] IS NULL");
        builder.HasIndex(alert => new { alert.StopeId, alert.RaisedAt });
        builder.HasIndex(alert => new { alert.Level, alert.RaisedAt }).HasFilter("[ResolvedAt] IS NULL");
        builder.HasIndex(alert => alert.RaisedAt);
        builder
            .HasMany(alert => alert.Changes)
            .WithOne()
            .HasForeignKey(change => change.AlertId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
