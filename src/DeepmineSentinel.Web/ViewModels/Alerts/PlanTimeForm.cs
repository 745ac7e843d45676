using System.Globalization;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>A length of time as a person types it: a number and a unit.</summary>
public sealed record PlanTimeForm
{
    public string? Amount { get; init; }

    public string? Unit { get; init; }

    /// <summary>Keys of the units with their lengths.</summary>
    public static IReadOnlyList<(string Key, string Label, TimeSpan Length)> Units { get; } =
    [
        ("minutes", "minutes", TimeSpan.FromMinutes(1)),
        ("hours", "hours", TimeSpan.FromHours(1)),
        ("days", "days", TimeSpan.FromDays(1)),
    ];

    /// <summary>In the longest unit that it is whole in.</summary>
    public static PlanTimeForm Of(TimeSpan time)
    {
        (string key, _, TimeSpan length) = Units.LastOrDefault(
            unit => time.Ticks > 0 && time.Ticks % unit.Length.Ticks == 0,
            Units[0]
        );
        return new PlanTimeForm
        {
            Amount = (time / length).ToString("0.####", CultureInfo.InvariantCulture),
            Unit = key,
        };
    }

    /// <summary>The time; null: it cannot be read.</summary>
    public TimeSpan? Read()
    {
        TimeSpan length = Units.FirstOrDefault(unit => unit.Key == Unit).Length;
        bool isNumber = double.TryParse(Amount, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount);
        return length > TimeSpan.Zero && isNumber && amount is >= 0 and <= 1_000_000 ? length * amount : null;
    }
}
