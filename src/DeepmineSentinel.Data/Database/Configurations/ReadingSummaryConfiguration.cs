using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class ReadingSummaryConfiguration : IEntityTypeConfiguration<ReadingSummary>
{
    public void Configure(EntityTypeBuilder<ReadingSummary> builder)
    {
        builder.ToTable("ReadingSummaries");
        builder.HasKey(summary => new
        {
            summary.StopeId,
            summary.Hours,
            summary.Start,
        });
        builder.HasOne<Stope>().WithMany().HasForeignKey(summary => summary.StopeId).OnDelete(DeleteBehavior.Cascade);
    }
}
