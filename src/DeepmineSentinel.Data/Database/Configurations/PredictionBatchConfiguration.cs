using DeepmineSentinel.Core.Predictions.Batches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class PredictionBatchConfiguration : IEntityTypeConfiguration<PredictionBatch>
{
    public void Configure(EntityTypeBuilder<PredictionBatch> builder)
    {
        builder.ToTable("PredictionBatches");
        builder.Property(batch => batch.RequestKey).HasMaxLength(PredictionBatch.RequestKeyLength);
        builder.Property(batch => batch.RequestedBy).HasMaxLength(TextLength.Person);
        builder.Property(batch => batch.Selection).HasMaxLength(PredictionBatch.SelectionLength);
        builder.Property(batch => batch.RunId).HasMaxLength(TextLength.RunId);
        builder.Property(batch => batch.FailureCode).HasMaxLength(TextLength.FailureCode);
        builder.Property(batch => batch.FailureMessage).HasMaxLength(PredictionBatch.MessageLength);

        // Of two processes that take the same batch one fails, and of two people that move it.
        builder.Property(batch => batch.State).IsConcurrencyToken();
        builder.HasIndex(batch => batch.RequestKey).IsUnique();
        builder.HasIndex(batch => new { batch.State, batch.RequestedAt });
    }
}
