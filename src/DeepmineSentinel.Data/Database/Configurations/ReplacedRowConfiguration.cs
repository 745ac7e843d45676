using DeepmineSentinel.Core.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class ReplacedRowConfiguration : IEntityTypeConfiguration<ReplacedRow>
{
    public void Configure(EntityTypeBuilder<ReplacedRow> builder)
    {
        builder.ToTable("ReplacedRows");
        builder
            .HasOne<ImportBatch>()
            .WithMany()
            .HasForeignKey(before => before.ImportBatchId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
