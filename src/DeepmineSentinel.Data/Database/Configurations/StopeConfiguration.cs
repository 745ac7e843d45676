using System.Linq.Expressions;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class StopeConfiguration : IEntityTypeConfiguration<Stope>
{
    public void Configure(EntityTypeBuilder<Stope> builder)
    {
        builder.ToTable("Stopes");
        builder.Property(stope => stope.Name).HasMaxLength(Stope.NameLength);
        builder.Property(stope => stope.Revision).IsConcurrencyToken();
        builder.HasOne<Mine>().WithMany().HasForeignKey(stope => stope.MineId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<ImportBatch>()
            .WithMany()
            .HasForeignKey(stope => stope.ImportBatchId)
            .OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(stope => new { stope.MineId, stope.Name }).IsUnique();
        builder.HasIndex(stope => new { stope.ArchivedAt, stope.Name });
        ConfigureProperties(builder);
    }

    private static void ConfigureProperties(EntityTypeBuilder<Stope> builder)
    {
        builder.ComplexProperty(
            stope => stope.Properties,
            properties =>
            {
                foreach (var property in properties.Metadata.ComplexType.GetProperties())
                {
                    property.SetColumnName(property.Name);
                }
            }
        );
        foreach ((Expression<Func<StopeProperties, object?>> property, QuantityRange range) in Ranges())
        {
            builder.HasRange(RangeCheck.ColumnOf(property), range);
        }

        builder.ToTable(table =>
            table.HasCheckConstraint("CK_Stopes_NoSupport", "[SupportType] <> 'None' OR [SupportDensity] = 0")
        );
    }

    private static IEnumerable<(Expression<Func<StopeProperties, object?>>, QuantityRange)> Ranges()
    {
        yield return (stope => stope.RqdPercent, StopeQuantities.Rqd);
        yield return (stope => stope.HydraulicRadiusMetres, StopeQuantities.HydraulicRadius);
        yield return (stope => stope.DepthMetres, StopeQuantities.Depth);
        yield return (stope => stope.DipDegrees, StopeQuantities.Dip);
        yield return (stope => stope.UndercutWidthMetres, StopeQuantities.UndercutWidth);
        yield return (stope => stope.SupportDensity, StopeQuantities.SupportDensity);
        yield return (stope => stope.JointSetNumber, StopeQuantities.JointSetNumber);
        yield return (stope => stope.JointRoughnessNumber, StopeQuantities.JointRoughness);
        yield return (stope => stope.JointAlterationNumber, StopeQuantities.JointAlteration);
        yield return (stope => stope.QPrime, StopeQuantities.QPrime);
        yield return (stope => stope.UcsMegapascals, StopeQuantities.Ucs);
        yield return (stope => stope.InducedStressMegapascals, StopeQuantities.InducedStress);
        yield return (stope => stope.JointAngleDegrees, StopeQuantities.JointAngle);
        yield return (stope => stope.FactorA, StopeQuantities.FactorA);
        yield return (stope => stope.FactorB, StopeQuantities.FactorB);
        yield return (stope => stope.FactorC, StopeQuantities.FactorC);
    }
}
