using DeepmineSentinel.Core.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class ReplacedReadingConfiguration : IEntityTypeConfiguration<ReplacedReading>
{
    public void Configure(EntityTypeBuilder<ReplacedReading> builder)
    {
        builder.ToTable("ReplacedReadings");
        builder.HasKey(before => new
        {
            before.ImportBatchId,
            before.StopeId,
            before.Timestamp,
        });

        // The stope is no key of another table here: SQL Server allows one way to cascade, and the import's is it.
        builder
            .HasOne<ImportBatch>()
            .WithMany()
            .HasForeignKey(before => before.ImportBatchId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
