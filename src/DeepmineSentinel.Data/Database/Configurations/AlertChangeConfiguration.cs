using DeepmineSentinel.Core.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class AlertChangeConfiguration : IEntityTypeConfiguration<AlertChange>
{
    public void Configure(EntityTypeBuilder<AlertChange> builder)
    {
        builder.ToTable("AlertChanges");
        builder.Property(change => change.By).HasMaxLength(TextLength.Person);
        builder.Property(change => change.Text).HasMaxLength(AlertChange.TextLength);
    }
}
