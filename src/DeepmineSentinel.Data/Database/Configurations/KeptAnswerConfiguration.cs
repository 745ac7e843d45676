using DeepmineSentinel.Data.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class KeptAnswerConfiguration : IEntityTypeConfiguration<KeptAnswer>
{
    private const int AddressLength = 200;

    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");
        builder.HasKey(answer => answer.Id);
        builder.Property(answer => answer.Id).HasMaxLength(TextLength.Sha256);
        builder.Property(answer => answer.BodyHash).HasMaxLength(TextLength.Sha256);
        builder.Property(answer => answer.Location).HasMaxLength(AddressLength);
        builder.Property(answer => answer.Tag).HasMaxLength(TextLength.Sha256);
        builder.HasIndex(answer => answer.At);
    }
}
