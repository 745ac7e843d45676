using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>Members of enumerations as people read them and as addresses write them.</summary>
public static class Words
{
    /// <summary>Levels from worst to calm, then the two answers that are no level.</summary>
    public static IReadOnlyList<RiskLevel> Levels { get; } =
    [
        RiskLevel.Imminent,
        RiskLevel.Critical,
        RiskLevel.High,
        RiskLevel.Elevated,
        RiskLevel.Low,
        RiskLevel.VeryLow,
        RiskLevel.Unknown,
        RiskLevel.Stale,
    ];

    /// <summary>For example <c>very_low</c>: in addresses, class names and icons.</summary>
    public static string Key<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>
    /// For example "Very low". The translation's key is the member with its enumeration, <c>RiskLevel.VeryLow</c>, as one
    /// English word may need several.
    /// </summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Texts.Find($"{typeof(TEnum).Name}.{value}") ?? English(value);

    /// <summary>A member of a stope's categories, for example "Rock Bolts".</summary>
    public static string Category<TCategory>(TCategory value)
        where TCategory : struct, Enum => Texts.Find($"{typeof(TCategory).Name}.{value}") ?? CategoryName.Of(value);

    /// <summary>For example "Very low", whatever is shown.</summary>
    public static string English<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        StringBuilder text = new(Key(value));
        text.Replace('_', ' ');
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    /// <summary>A stored word with a capital.</summary>
    public static string Of(string word) =>
        word.Length == 0 ? word : Texts.Of(char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' '));

    /// <summary>Reads a key; null where the address names no member.</summary>
    public static TEnum? Parse<TEnum>(string? key)
        where TEnum : struct, Enum
    {
        foreach (TEnum value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Key(value), key, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Colour word of a run's state.</summary>
    public static string Tone(TrainingRunState state) =>
        state switch
        {
            TrainingRunState.Completed => "good",
            TrainingRunState.Failed => "bad",
            TrainingRunState.Interrupted or TrainingRunState.Cancelled => "warn",
            _ => "",
        };
}
