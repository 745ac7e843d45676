using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels.Training;

/// <summary>What the script that follows a run says.</summary>
public static class TrainingWords
{
    /// <summary>Its words from English, for the attribute <c>data-texts</c>; an empty object in English, which it knows.</summary>
    public static string ForScripts()
    {
        if (Language.Shown.IsEnglish)
        {
            return "{}";
        }

        Dictionary<string, string> words = new(StringComparer.Ordinal)
        {
            ["No connection"] = Texts.Of("No connection"),
            ["not started"] = Texts.Of("not started"),
            ["{0} days"] = Texts.Of("{0} days"),
            ["Epoch"] = Texts.Of("Epoch"),
            ["Training"] = Texts.Of("Training"),
            ["Validation"] = Texts.Of("Validation"),
        };
        Add<TrainingStage>(words);
        Add<TrainingRunState>(words);
        return JsonSerializer.Serialize(words);
    }

    private static void Add<TEnum>(Dictionary<string, string> words)
        where TEnum : struct, Enum
    {
        foreach (TEnum value in Enum.GetValues<TEnum>())
        {
            words[$".{Words.Key(value)}"] = Words.Of(value);
        }
    }
}
