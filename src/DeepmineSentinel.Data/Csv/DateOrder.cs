namespace DeepmineSentinel.Data.Csv;

/// <summary>What comes first in a date like 03/04/2026. Nothing is guessed for a row.</summary>
public enum DateOrder
{
    /// <summary>Such dates are refused.</summary>
    NotSaid,

    /// <summary>3 April.</summary>
    DayFirst,

    /// <summary>March 4.</summary>
    MonthFirst,
}
