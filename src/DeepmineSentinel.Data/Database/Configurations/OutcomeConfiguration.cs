using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class OutcomeConfiguration : IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Outcome> builder)
    {
        builder.ToTable(
            "Outcomes",
            table => table.HasCheckConstraint("CK_Outcomes_OccurredAt", "[OccurredAt] <= [ObservedAt]")
        );
        builder.Property(outcome => outcome.Source).HasMaxLength(Outcome.SourceLength);
        builder.Property(outcome => outcome.EnteredBy).HasMaxLength(TextLength.Person);
        builder.HasOne<Stope>().WithMany().HasForeignKey(outcome => outcome.StopeId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<ImportBatch>()
            .WithMany()
            .HasForeignKey(outcome => outcome.ImportBatchId)
            .OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(outcome => new { outcome.StopeId, outcome.ObservedAt });
        // Lists ask of every stope whether it fell: few have a failure, all have outcomes.
        builder.HasIndex(outcome => new { outcome.StopeId, outcome.Class });
        builder.HasRange(outcome => outcome.ElosMetres, Outcome.Elos);
    }
}
