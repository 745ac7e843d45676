using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks.Cases;

/// <summary>
/// One hidden layer beside a straight line, for the state of a case. Two log-odds: of not being stable, and of failure among
/// what is not stable, so that P(failure) is the product of both. B rows, F numbers, H hidden units.
/// </summary>
/// <remarks>
/// Monotone by construction: every weight that a rising number passes is the exponential of what is learnt, so positive, and
/// tanh rises; both log-odds, and with them P(not stable) and P(failure), can then only rise with those numbers.
/// </remarks>
public sealed class CaseNetwork : nn.Module<Tensor, Tensor>
{
    private const double FirstSpread = 0.5;
    private const double LastSpread = 0.1;
    private const double DirectWeight = 0.5;

    private readonly Parameter? positive_first; // [positive, H]
    private readonly Parameter? positive_direct; // [positive, 2]
    private readonly Parameter? free_first; // [free, H]
    private readonly Parameter? free_direct; // [free, 2]
    private readonly Parameter first_bias; // [1, H]
    private readonly Parameter last; // [H, 2]
    private readonly Parameter last_bias; // [2]

    /// <summary>Draws the initial weights from Learning's own streams.</summary>
    /// <param name="options">Shape.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="member">Member of an ensemble, from 0.</param>
    public CaseNetwork(CaseNetworkOptions options, long seed, int member = 0)
        : base("case_network")
    {
        Options = options;
        Drawing draw = new(seed, member, options.HiddenCount);
        if (options.PositiveCount > 0)
        {
            positive_first = draw.Logarithms("positive_first", options.PositiveCount, options.HiddenCount, FirstSpread);
            positive_direct = nn.Parameter(
                full(options.PositiveCount, 2, Math.Log(DirectWeight), dtype: ScalarType.Float32)
            );
            register_parameter(nameof(positive_first), positive_first);
            register_parameter(nameof(positive_direct), positive_direct);
        }

        if (options.FreeCount > 0)
        {
            free_first = draw.Normal("free_first", options.FreeCount, options.HiddenCount, FirstSpread);
            free_direct = nn.Parameter(zeros(options.FreeCount, 2));
            register_parameter(nameof(free_first), free_first);
            register_parameter(nameof(free_direct), free_direct);
        }

        first_bias = draw.Normal("first_bias", 1, options.HiddenCount, FirstSpread);
        last = options.IsMonotone
            ? draw.Logarithms("last", options.HiddenCount, 2, LastSpread)
            : draw.Normal("last", options.HiddenCount, 2, LastSpread);
        last_bias = nn.Parameter(zeros(2));
        register_parameter(nameof(first_bias), first_bias);
        register_parameter(nameof(last), last);
        register_parameter(nameof(last_bias), last_bias);
    }

    /// <summary>Shape of the network.</summary>
    public CaseNetworkOptions Options { get; }

    /// <inheritdoc/>
    /// <param name="input">Scaled rows, [B, F].</param>
    /// <returns>Log-odds of not stable, and of failure where not stable, [B, 2].</returns>
    public override Tensor forward(Tensor input)
    {
        Tensor hidden = (input.matmul(First()) + first_bias).tanh(); // [B, F] -> [B, H]
        return hidden.matmul(Last()) + input.matmul(Direct()) + last_bias; // -> [B, 2]
    }

    /// <summary>Sum of the squares of the hidden layer's weights as they act: what weight decay holds down.</summary>
    public Tensor SquaredWeights() => First().pow(2).sum() + Last().pow(2).sum();

    private Tensor First() => Joined(positive_first, free_first);

    private Tensor Direct() => Joined(positive_direct, free_direct);

    private Tensor Last() => Options.IsMonotone ? last.exp() : last;

    private static Tensor Joined(Parameter? positive, Parameter? free) =>
        positive is null ? free!
        : free is null ? positive.exp()
        : cat([positive.exp(), free], 0);

    // Normal numbers by Box and Muller; the logarithm of a folded normal number where only its exponential acts.
    private sealed class Drawing(long seed, int member, int hidden)
    {
        private const double SmallestShare = 0.1;

        public Parameter Normal(string name, int rows, int columns, double spread) =>
            Of(name, rows, columns, value => spread * value);

        public Parameter Logarithms(string name, int rows, int columns, double spread) =>
            Of(name, rows, columns, value => Math.Log(spread * (Math.Abs(value) + SmallestShare)));

        private Parameter Of(string name, int rows, int columns, Func<double, double> shape)
        {
            RandomSequence stream = RandomSequence.Open($"case weights {name}", seed, member, hidden);
            float[] values = new float[rows * columns];
            for (int i = 0; i < values.Length; i++)
            {
                double radius = Math.Sqrt(-2 * Math.Log(1 - stream.NextFloat()));
                values[i] = (float)shape(radius * Math.Cos(2 * Math.PI * stream.NextFloat()));
            }

            return nn.Parameter(tensor(values, dtype: ScalarType.Float32).reshape(rows, columns));
        }
    }
}
