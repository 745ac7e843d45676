using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class PredictionBatchItemConfiguration : IEntityTypeConfiguration<PredictionBatchItem>
{
    private static readonly QuantityRange Probability = new("probability", "Probability", "", 0, 1);

    public void Configure(EntityTypeBuilder<PredictionBatchItem> builder)
    {
        builder.ToTable("PredictionBatchItems");
        builder.HasKey(item => new { item.BatchId, item.StopeId });
        builder.Property(item => item.RunId).HasMaxLength(TextLength.RunId);
        builder
            .HasOne<PredictionBatch>()
            .WithMany()
            .HasForeignKey(item => item.BatchId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Stope>().WithMany().HasForeignKey(item => item.StopeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasRange(item => item.NotStableProbability, Probability);
        builder.HasRange(item => item.SevenDayProbability, Probability);
    }
}
