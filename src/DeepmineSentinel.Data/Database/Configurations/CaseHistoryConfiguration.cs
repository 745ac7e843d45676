using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class CaseHistoryConfiguration : IEntityTypeConfiguration<CaseHistory>
{
    public void Configure(EntityTypeBuilder<CaseHistory> builder)
    {
        builder.ToTable("CaseHistories");
        builder.Property(history => history.Location).HasMaxLength(CaseHistory.TextLength);
        builder.Property(history => history.Source).HasMaxLength(CaseHistory.TextLength);
        builder.Property(history => history.Surface).HasMaxLength(CaseHistory.TextLength);
        builder
            .HasOne<ImportBatch>()
            .WithMany()
            .HasForeignKey(history => history.ImportBatchId)
            .OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(history => history.Source);
        builder.HasRange(history => history.RqdPercent, StopeQuantities.Rqd);
        builder.HasRange(history => history.JointSetNumber, CaseHistory.JointSets);
        builder.HasRange(history => history.JointRoughnessNumber, StopeQuantities.JointRoughness);
        builder.HasRange(history => history.JointAlterationNumber, CaseHistory.JointAlteration);
        builder.HasRange(history => history.QPrime, StopeQuantities.QPrime);
        builder.HasRange(history => history.FactorA, StopeQuantities.FactorA);
        builder.HasRange(history => history.FactorB, StopeQuantities.FactorB);
        builder.HasRange(history => history.FactorC, StopeQuantities.FactorC);
        builder.HasRange(history => history.NPrime, CaseHistory.StabilityNumber);
        builder.HasRange(history => history.HydraulicRadiusMetres, StopeQuantities.HydraulicRadius);
    }
}
