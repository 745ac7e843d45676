using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class OutcomeReviewConfiguration : IEntityTypeConfiguration<OutcomeReview>
{
    public void Configure(EntityTypeBuilder<OutcomeReview> builder)
    {
        builder.ToTable("OutcomeReviews");
        builder.Property(review => review.Comment).HasMaxLength(OutcomeReview.CommentLength);
        builder.Property(review => review.By).HasMaxLength(TextLength.Person);
        builder.HasOne<Outcome>().WithMany().HasForeignKey(review => review.OutcomeId).OnDelete(DeleteBehavior.Cascade);
    }
}
