using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

internal sealed class StopeNoteConfiguration : IEntityTypeConfiguration<StopeNote>
{
    public void Configure(EntityTypeBuilder<StopeNote> builder)
    {
        builder.ToTable("StopeNotes");
        builder.Property(note => note.Text).HasMaxLength(StopeNote.TextLength);
        builder.Property(note => note.By).HasMaxLength(TextLength.Person);
        builder.HasOne<Stope>().WithMany().HasForeignKey(note => note.StopeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(note => new { note.StopeId, note.At });
    }
}
