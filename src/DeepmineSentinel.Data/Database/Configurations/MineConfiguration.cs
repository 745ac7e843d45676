using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class MineConfiguration : IEntityTypeConfiguration<Mine>
{
    public void Configure(EntityTypeBuilder<Mine> builder)
    {
        builder.ToTable("Mines");

        // Two people who edit a mine at the same moment: the second one's save fails.
        builder.Property(mine => mine.Name).HasMaxLength(Mine.NameLength).IsConcurrencyToken();
        builder.Property(mine => mine.TimeZoneId).HasMaxLength(Mine.TimeZoneLength).IsConcurrencyToken();
        builder.HasIndex(mine => mine.Name).IsUnique();
    }
}
