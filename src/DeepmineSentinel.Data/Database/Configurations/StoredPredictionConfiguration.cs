using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class StoredPredictionConfiguration : IEntityTypeConfiguration<StoredPrediction>
{
    private static readonly QuantityRange Probability = new("probability", "Probability", "", 0, 1);

    public void Configure(EntityTypeBuilder<StoredPrediction> builder)
    {
        builder.ToTable("Predictions");
        builder.Property(prediction => prediction.RunId).HasMaxLength(TextLength.RunId);
        builder.Property(prediction => prediction.InputHash).HasMaxLength(TextLength.Sha256);
        builder
            .HasOne<Stope>()
            .WithMany()
            .HasForeignKey(prediction => prediction.StopeId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(prediction => prediction.StopeId, "IX_Predictions_Latest")
            .IsUnique()
            .HasFilter("[IsLatest] = 1");
        builder.HasIndex(prediction => new { prediction.StopeId, prediction.ComputedAt });
        builder.HasIndex(prediction => new { prediction.Level, prediction.StopeId }).HasFilter("[IsLatest] = 1");
        builder.HasRange(prediction => prediction.NotStableProbability, Probability);
        builder.HasRange(prediction => prediction.SevenDayProbability, Probability);
    }
}
