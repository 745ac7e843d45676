using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.ToTable("Readings");
        builder.HasKey(reading => new { reading.StopeId, reading.Timestamp });
        builder.HasOne<Stope>().WithMany().HasForeignKey(reading => reading.StopeId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<ImportBatch>()
            .WithMany()
            .HasForeignKey(reading => reading.ImportBatchId)
            .OnDelete(DeleteBehavior.NoAction);
        builder.HasRange(reading => reading.VibrationVelocityMmPerSecond, ReadingQuantities.Vibration);
        builder.HasRange(reading => reading.DeformationRateMmPerDay, ReadingQuantities.Deformation);
        builder.HasRange(reading => reading.StressMegapascals, ReadingQuantities.Stress);
        builder.HasRange(reading => reading.TemperatureCelsius, ReadingQuantities.Temperature);
        builder.HasRange(reading => reading.HumidityPercent, ReadingQuantities.Humidity);
    }
}
