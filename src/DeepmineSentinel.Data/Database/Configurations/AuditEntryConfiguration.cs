using System.Text.Json;
using DeepmineSentinel.Core.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.By).HasMaxLength(TextLength.Person);
        builder
            .Property(entry => entry.Fields)
            .HasConversion(
                fields => JsonSerializer.Serialize(fields, JsonSerializerOptions.Web),
                text => JsonSerializer.Deserialize<List<AuditField>>(text, JsonSerializerOptions.Web)!,
                ValueComparer.CreateDefault<IReadOnlyList<AuditField>>(favorStructuralComparisons: false)
            );
        builder.HasIndex(entry => new
        {
            entry.Subject,
            entry.SubjectId,
            entry.At,
        });
    }
}
