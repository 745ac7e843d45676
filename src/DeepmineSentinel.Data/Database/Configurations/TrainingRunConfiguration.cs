using DeepmineSentinel.Core.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class TrainingRunConfiguration : IEntityTypeConfiguration<TrainingRun>
{
    public void Configure(EntityTypeBuilder<TrainingRun> builder)
    {
        builder.ToTable("TrainingRuns");
        builder.Property(run => run.RunId).HasMaxLength(TextLength.RunId);
        builder.Property(run => run.RequestedBy).HasMaxLength(TextLength.Person);
        builder.Property(run => run.Network).HasMaxLength(TextLength.Network);
        builder.Property(run => run.DataHash).HasMaxLength(TextLength.Sha256);
        builder.Property(run => run.FailureCode).HasMaxLength(TextLength.FailureCode);
        builder.Property(run => run.WorkedBefore).HasConversion<long>();
        builder.Property(run => run.FailureMessage).HasMaxLength(TrainingRun.MessageLength);

        // Two processes that take the same queued run: the second one's save fails.
        builder.Property(run => run.State).IsConcurrencyToken();
        builder.HasIndex(run => run.RunId).IsUnique();
        builder.HasIndex(run => new { run.State, run.RequestedAt });
    }
}
