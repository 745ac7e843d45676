using DeepmineSentinel.Core.Predictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class PredictionFeedbackConfiguration : IEntityTypeConfiguration<PredictionFeedback>
{
    public void Configure(EntityTypeBuilder<PredictionFeedback> builder)
    {
        builder.ToTable("PredictionFeedback");
        builder.Property(feedback => feedback.Comment).HasMaxLength(PredictionFeedback.CommentLength);
        builder.Property(feedback => feedback.By).HasMaxLength(TextLength.Person);
        builder
            .HasOne<StoredPrediction>()
            .WithMany()
            .HasForeignKey(feedback => feedback.PredictionId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
