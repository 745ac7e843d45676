using DeepmineSentinel.Core.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class PointerMoveConfiguration : IEntityTypeConfiguration<PointerMove>
{
    public void Configure(EntityTypeBuilder<PointerMove> builder)
    {
        // No foreign keys: the history outlives rows that a lost database took with it.
        builder.ToTable("ModelPointerMoves");
        builder.Property(move => move.RunId).HasMaxLength(TextLength.RunId);
        builder.Property(move => move.PreviousRunId).HasMaxLength(TextLength.RunId);
        builder.Property(move => move.By).HasMaxLength(TextLength.Person);
        builder.Property(move => move.GateReasons).HasMaxLength(TextLength.GateReasons);
        builder.Property(move => move.Reason).HasMaxLength(PointerMove.ReasonLength);
        builder.HasIndex(move => move.Sequence).IsUnique();
        builder.HasIndex(move => move.RunId);
    }
}
