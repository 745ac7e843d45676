using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>Where a person says that a column of the product stands.</summary>
public sealed record ChosenColumn
{
    /// <summary>The product's name of the column.</summary>
    public string Column { get; init; } = "";

    /// <summary>Position in the file's header, from 0; null: not in the file.</summary>
    public int? Position { get; init; }

    /// <summary>Unit in the file.</summary>
    public string? Unit { get; init; }

    /// <summary>The unit, where it is one that the column may have.</summary>
    public string? KnownUnit => UnitConversions.Of(Column).FirstOrDefault(conversion => conversion.Unit == Unit)?.Unit;
}
