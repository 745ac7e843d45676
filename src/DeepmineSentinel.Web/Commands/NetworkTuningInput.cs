using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Web.Commands;

/// <summary>The options that change a preset's layers, as they are typed.</summary>
internal sealed class NetworkTuningInput
{
    private readonly Option<LayerSizes?> staticLayers = Sizes(
        "--static-layers",
        "Widths of the branch that reads the stope, for example 128,128,64 (the preset's)."
    );
    private readonly Option<LayerSizes?> recurrentLayers = Sizes(
        "--recurrent-layers",
        "Widths of the LSTMs that read the series, for example 128,128,64 (the preset's)."
    );
    private readonly Option<LayerSizes?> fusionLayers = Sizes(
        "--fusion-layers",
        "Widths of the layers that join both branches, for example 128,64 (the preset's)."
    );
    private readonly Option<LayerSizes?> attentionHeads = Sizes(
        "--attention-heads",
        "Heads of self-attention and cross-attention of the enhanced network, for example 8,4 (the preset's)."
    );
    private readonly Option<double?> dropout = new("--dropout")
    {
        Description = "Share of units dropped in training, 0 to 0.9 (the preset's 0.3).",
    };

    public IEnumerable<Option> All() => [staticLayers, recurrentLayers, fusionLayers, attentionHeads, dropout];

    public NetworkTuning Read(CommandScope scope) =>
        new()
        {
            StaticLayers = scope.Value(staticLayers),
            RecurrentLayers = scope.Value(recurrentLayers),
            FusionLayers = scope.Value(fusionLayers),
            AttentionHeads = scope.Value(attentionHeads),
            Dropout = scope.Value(dropout),
        };

    private static Option<LayerSizes?> Sizes(string name, string description) =>
        new(name) { Description = description, CustomParser = result => Parse(name, result) };

    private static LayerSizes? Parse(string name, ArgumentResult result)
    {
        string typed = result.Tokens is [var token] ? token.Value : "";
        List<int> sizes = [];
        foreach (string part in typed.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size))
            {
                result.AddError($"{name} takes whole numbers with commas between, such as 128,64.");
                return null;
            }

            sizes.Add(size);
        }

        return [.. sizes];
    }
}
