using System.Globalization;
using System.Linq.Expressions;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeepmineSentinel.Data.Database.Configurations;

/// <summary>Turns a quantity's range into a check constraint, so that no writer can pass it by.</summary>
internal static class RangeCheck
{
    public static void HasRange<TEntity>(
        this EntityTypeBuilder<TEntity> builder,
        Expression<Func<TEntity, object?>> property,
        QuantityRange range
    )
        where TEntity : class => builder.HasRange(ColumnOf(property), range);

    public static void HasRange<TEntity>(this EntityTypeBuilder<TEntity> builder, string column, QuantityRange range)
        where TEntity : class
    {
        string table = builder.Metadata.GetTableName()!;
        builder.ToTable(t => t.HasCheckConstraint($"CK_{table}_{column}", Sql(column, range)));
    }

    public static string ColumnOf<T>(Expression<Func<T, object?>> property)
    {
        Expression body = property.Body is UnaryExpression convert ? convert.Operand : property.Body;
        return ((MemberExpression)body).Member.Name;
    }

    // Brackets and plain literals are read by both providers.
    private static string Sql(string column, QuantityRange range) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"[{column}] {(range.MinimumExcluded ? ">" : ">=")} {range.Minimum} AND [{column}] <= {range.Maximum}"
        );
}
