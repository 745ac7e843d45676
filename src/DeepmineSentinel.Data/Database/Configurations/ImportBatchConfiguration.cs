using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("ImportBatches");
        builder.Property(batch => batch.FileName).HasMaxLength(ImportBatch.FileNameLength);
        builder.Property(batch => batch.Sha256).HasMaxLength(TextLength.Sha256);
        builder.Property(batch => batch.MineNames).HasMaxLength(ImportBatch.MineNamesLength);
        builder.Property(batch => batch.ImportedBy).HasMaxLength(TextLength.Person);
        builder.Property(batch => batch.UndoneBy).HasMaxLength(TextLength.Person);
        builder.HasOne<Mine>().WithMany().HasForeignKey(batch => batch.MineId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(batch => batch.ImportedAt);
    }
}
