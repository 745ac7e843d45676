using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class OperationalEventConfiguration : IEntityTypeConfiguration<OperationalEvent>
{
    public void Configure(EntityTypeBuilder<OperationalEvent> builder)
    {
        builder.ToTable("Events");
        builder.Property(happening => happening.Notes).HasMaxLength(OperationalEvent.NotesLength);
        builder
            .HasOne<Stope>()
            .WithMany()
            .HasForeignKey(happening => happening.StopeId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<ImportBatch>()
            .WithMany()
            .HasForeignKey(happening => happening.ImportBatchId)
            .OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(happening => new { happening.StopeId, happening.Timestamp });
        builder.HasRange(happening => happening.ChargeKilograms, OperationalEvent.Charge);
        builder.HasRange(happening => happening.DistanceMetres, OperationalEvent.Distance);
    }
}
