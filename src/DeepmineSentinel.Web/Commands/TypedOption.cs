using System.CommandLine;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Options in the few shapes that training needs.</summary>
internal static class TypedOption
{
    public static Option<TNumber> Number<TNumber>(string name, string description, TNumber value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    public static Option<string?> Text(string name, string description) => new(name) { Description = description };

    public static Option<string> Word(string name, string description, params string[] words)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
