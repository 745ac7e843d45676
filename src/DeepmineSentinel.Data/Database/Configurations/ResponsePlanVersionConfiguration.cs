using DeepmineSentinel.Core.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class ResponsePlanVersionConfiguration : IEntityTypeConfiguration<ResponsePlanVersion>
{
    public void Configure(EntityTypeBuilder<ResponsePlanVersion> builder)
    {
        builder.ToTable("ResponsePlanVersions");
        builder.HasKey(version => version.Number);
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.By).HasMaxLength(TextLength.Person);
        builder.Property(version => version.Reason).HasMaxLength(ResponsePlanVersion.ReasonLength);
    }
}
