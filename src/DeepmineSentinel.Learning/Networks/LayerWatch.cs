using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>
/// Notes what every layer gives, in order, while somebody looks into a network; otherwise it does nothing. Both engines
/// have it so: hooks are not part of what they share.
/// </summary>
internal sealed class LayerWatch
{
    private List<(nn.Module Layer, Tensor Output)>? seen;

    /// <summary>Passes a layer's output on.</summary>
    public Tensor Of(nn.Module layer, Tensor output)
    {
        seen?.Add((layer, output));
        return output;
    }

    /// <summary>What the layers give while the call lasts.</summary>
    public IReadOnlyList<(nn.Module Layer, Tensor Output)> During(Action call)
    {
        List<(nn.Module, Tensor)> all = [];
        seen = all;
        try
        {
            call();
        }
        finally
        {
            seen = null;
        }

        return all;
    }
}
