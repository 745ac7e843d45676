using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Reads what is known of the stope itself. B samples, S static numbers.</summary>
internal abstract class StaticBranch(string name) : nn.Module<Tensor, Tensor>(name);

/// <summary>Preset compact: S -> 64 -> 32.</summary>
internal sealed class CompactStaticBranch : StaticBranch
{
    public const int Width = 32;
    private const int Hidden = 64;
    private readonly LayerWatch watch;
    private readonly Linear first;
    private readonly Linear second;

    public CompactStaticBranch(int staticCount, LayerWatch watch)
        : base("static_branch")
    {
        this.watch = watch;
        first = nn.Linear(staticCount, Hidden);
        second = nn.Linear(Hidden, Width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor statics)
    {
        Tensor hidden = watch.Of(first, first.call(statics)).relu(); // [B, S] -> [B, 64]
        return watch.Of(second, second.call(hidden)).relu(); // -> [B, 32]
    }
}

/// <summary>Preset enhanced: S -> 128, 128 -> 128 with a residual, 128 -> 64.</summary>
internal sealed class EnhancedStaticBranch : StaticBranch
{
    public const int Width = 64;
    private const int Hidden = 128;
    private readonly Dropping dropping;
    private readonly LayerWatch watch;
    private readonly Linear first;
    private readonly BatchNorm1d first_norm;
    private readonly Linear second;
    private readonly BatchNorm1d second_norm;
    private readonly Linear last;

    public EnhancedStaticBranch(int staticCount, Dropping dropping, LayerWatch watch)
        : base("static_branch")
    {
        this.dropping = dropping;
        this.watch = watch;
        first = nn.Linear(staticCount, Hidden);
        first_norm = nn.BatchNorm1d(Hidden);
        second = nn.Linear(Hidden, Hidden);
        second_norm = nn.BatchNorm1d(Hidden);
        last = nn.Linear(Hidden, Width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor statics)
    {
        Tensor one = watch.Of(first, first.call(statics)); // [B, S] -> [B, 128]
        one = watch.Of(first_norm, first_norm.call(one)).relu();
        one = dropping.Apply(one, 0.3);
        Tensor two = watch.Of(second, second.call(one)); // [B, 128]
        two = watch.Of(second_norm, second_norm.call(two)).relu();
        two = dropping.Apply(two, 0.3) + one; // [B, 128]
        return dropping.Apply(watch.Of(last, last.call(two)), 0.15); // -> [B, 64]
    }
}
