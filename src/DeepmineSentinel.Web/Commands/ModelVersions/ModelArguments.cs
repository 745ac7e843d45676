using System.CommandLine;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>What the subcommands of models name their runs by.</summary>
internal static class ModelArguments
{
    /// <summary>One run, required.</summary>
    public static Argument<string> RunId() =>
        new("RUN_ID") { Description = "Run id, for example 20260131_235959_0a1b2c3d." };

    /// <summary>One purpose, stope unless another is typed.</summary>
    public static Option<string> Purpose(string description)
    {
        Option<string> option = new("--purpose")
        {
            Description = description,
            DefaultValueFactory = _ => ModelText.Word(ModelPurpose.Stope),
        };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<ModelPurpose>().Select(ModelText.Word)]);
        return option;
    }

    /// <summary>The purpose that a word of <see cref="Purpose"/> names.</summary>
    public static ModelPurpose Parse(string word) =>
        Enum.GetValues<ModelPurpose>().Single(purpose => ModelText.Word(purpose) == word);
}
