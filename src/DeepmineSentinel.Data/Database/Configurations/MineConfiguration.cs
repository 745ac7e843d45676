using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class MineConfiguration : IEntityTypeConfiguration<Mine>
{
    public void Configure(EntityTypeBuilder<Mine> builder)
    {
        builder.ToTable("Mines");
        builder.Property(mine => mine.Name).HasMaxLength(Mine.NameLength);
        builder.Property(mine => mine.TimeZoneId).HasMaxLength(Mine.TimeZoneLength);
        builder.HasIndex(mine => mine.Name).IsUnique();
    }
}
