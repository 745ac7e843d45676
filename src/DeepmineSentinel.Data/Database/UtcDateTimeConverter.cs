using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DeepmineSentinel.Data.Database;

/// <summary>Stores UTC and nothing else; what is read back says that it is UTC.</summary>
public sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(
        value => Checked(value),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
    )
{
    private static DateTime Checked(DateTime value) =>
        value.Kind == DateTimeKind.Utc
            ? value
            : throw new InvalidOperationException($"A {value.Kind} time was about to be stored; only UTC is.");
}
