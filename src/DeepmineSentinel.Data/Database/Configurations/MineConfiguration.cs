using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class MineConfiguration : IEntityTypeConfiguration<Mine>
{
    private const int TimeZoneLength = 64;

    public void Configure(EntityTypeBuilder<Mine> builder)
    {
        builder.ToTable("Mines");
        builder.Property(mine => mine.Name).HasMaxLength(Mine.NameLength);
        builder.Property(mine => mine.TimeZoneId).HasMaxLength(TimeZoneLength);
        builder.HasIndex(mine => mine.Name).IsUnique();
    }
}
