using System.CommandLine;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>What the subcommands of models name their runs by.</summary>
internal static class ModelArguments
{
    /// <summary>One run, required.</summary>
    public static Argument<string> RunId() =>
        new("RUN_ID") { Description = "Run id, for example 20260131_235959_0a1b2c3d." };
}
