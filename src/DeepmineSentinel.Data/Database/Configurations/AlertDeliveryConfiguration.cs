using DeepmineSentinel.Core.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class AlertDeliveryConfiguration : IEntityTypeConfiguration<AlertDelivery>
{
    public void Configure(EntityTypeBuilder<AlertDelivery> builder)
    {
        // No foreign key: the log of what was sent outlives the alert.
        builder.ToTable("AlertDeliveries");
        builder.Property(delivery => delivery.Key).HasMaxLength(AlertDelivery.KeyLength);
        builder.Property(delivery => delivery.Target).HasMaxLength(AlertDelivery.TargetLength);
        builder.Property(delivery => delivery.Answer).HasMaxLength(AlertDelivery.AnswerLength);
        builder.HasIndex(delivery => delivery.Key).IsUnique();
        builder.HasIndex(delivery => new { delivery.State, delivery.NextAttemptAt });
        builder.HasIndex(delivery => delivery.AlertId);
    }
}
