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
    private readonly Linear first;
    private readonly Linear second;

    public CompactStaticBranch(int staticCount)
        : base("static_branch")
    {
        first = nn.Linear(staticCount, Hidden);
        second = nn.Linear(Hidden, Width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor statics)
    {
        Tensor hidden = first.call(statics).relu(); // [B, S] -> [B, 64]
        return second.call(hidden).relu(); // -> [B, 32]
    }
}

/// <summary>Preset enhanced: S -> 128, 128 -> 128 with a residual, 128 -> 64.</summary>
internal sealed class EnhancedStaticBranch : StaticBranch
{
    public const int Width = 64;
    private const int Hidden = 128;
    private readonly Dropping dropping;
    private readonly Linear first;
    private readonly BatchNorm1d first_norm;
    private readonly Linear second;
    private readonly BatchNorm1d second_norm;
    private readonly Linear last;

    public EnhancedStaticBranch(int staticCount, Dropping dropping)
        : base("static_branch")
    {
        this.dropping = dropping;
        first = nn.Linear(staticCount, Hidden);
        first_norm = nn.BatchNorm1d(Hidden);
        second = nn.Linear(Hidden, Hidden);
        second_norm = nn.BatchNorm1d(Hidden);
        last = nn.Linear(Hidden, Width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor statics)
    {
        Tensor one = first_norm.call(first.call(statics)).relu(); // [B, S] -> [B, 128]
        one = dropping.Apply(one, 0.3);
        Tensor two = second_norm.call(second.call(one)).relu(); // [B, 128]
        two = dropping.Apply(two, 0.3) + one; // [B, 128]
        return dropping.Apply(last.call(two), 0.15); // -> [B, 64]
    }
}
