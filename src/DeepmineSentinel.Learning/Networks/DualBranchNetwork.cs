using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>
/// Reads a stope and its window of readings by two branches, brings them together and answers by two heads: the class
/// the stope is in and the hazard of each interval ahead. B samples, K classes.
/// </summary>
public sealed class DualBranchNetwork : nn.Module<NetworkBatch, NetworkOutput>
{
    private readonly Dropping dropping = new();
    private readonly StaticBranch static_branch;
    private readonly BatchNorm1d? relative_norm;
    private readonly SeriesBranch series_branch;
    private readonly Fusion fusion;
    private readonly Linear condition_head;
    private readonly Linear hazard_head;

    /// <summary>Builds a network with PyTorch's default distributions of initial weights, drawn from Learning's streams.</summary>
    /// <param name="options">Its shape.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="member">Member of an ensemble, from 0.</param>
    public DualBranchNetwork(NetworkOptions options, long seed, int member = 0)
        : base("dual_branch")
    {
        Options = options;
        NetworkSizes sizes = options.ActualSizes;
        bool enhanced = options.Preset == NetworkPreset.Enhanced;
        static_branch = enhanced
            ? new EnhancedStaticBranch(options.StaticCount, sizes, dropping, Watch)
            : new CompactStaticBranch(options.StaticCount, sizes, Watch);
        relative_norm = options.RelativeSeries ? nn.BatchNorm1d(options.ChannelCount) : null;
        series_branch = enhanced
            ? new EnhancedSeriesBranch(SeriesInput.Width(options), sizes, dropping, Watch)
            : new CompactSeriesBranch(SeriesInput.Width(options), sizes, Watch);
        int known = sizes.StaticLayers[^1];
        fusion = new Fusion(known + (enhanced ? 2 * sizes.RecurrentLayers[^1] : known), sizes, dropping, Watch);
        condition_head = nn.Linear(sizes.FusionLayers[^1], options.ClassCount);
        hazard_head = nn.Linear(sizes.FusionLayers[^1], NetworkOptions.HazardCount);
        RegisterComponents();
        InitialWeights.Draw(this, seed, member);
    }

    /// <summary>Shape of the network.</summary>
    public NetworkOptions Options { get; }

    /// <summary>Notes what the layers give.</summary>
    internal LayerWatch Watch { get; } = new();

    /// <summary>Count of trained numbers.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Trains with dropout masks from this stream.</summary>
    /// <param name="stream">Stream of the batch; null: nothing is dropped.</param>
    public void DropWith(RandomSequence? stream) => dropping.Stream = stream;

    /// <inheritdoc/>
    public override NetworkOutput forward(NetworkBatch batch)
    {
        Tensor known = static_branch.call(batch.Statics); // [B, S] -> [B, 64 | 32]
        Tensor read = series_branch.call(Seen(batch), known); // -> [B, 128 | 32]
        Tensor both = fusion.call(cat([known, read], 1)); // -> [B, 64]
        return new NetworkOutput(
            Watch.Of(condition_head, condition_head.call(both)), // [B, K]
            Watch.Of(hazard_head, hazard_head.call(both)) // [B, 5]
        );
    }

    private NetworkBatch Seen(NetworkBatch batch) =>
        relative_norm is null ? batch : batch with { Series = SeriesInput.Relative(batch.Series, relative_norm) };
}
