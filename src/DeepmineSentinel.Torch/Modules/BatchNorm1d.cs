using TorchSharp.Functional;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Each feature brought to mean 0 and variance 1 over the batch, or by the running values in evaluation.</summary>
public sealed class BatchNorm1d : nn.Module<Tensor, Tensor>
{
    private readonly double eps;
    private readonly double? momentum;

    internal BatchNorm1d(long features, BatchNormOptions options)
        : base(nameof(BatchNorm1d))
    {
        eps = options.Eps;
        momentum = options.Momentum;
        if (options.Affine)
        {
            weight = Initialised.Filled([features], 1);
            bias = Initialised.Filled([features], 0);
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        if (options.TracksRunningStats)
        {
            running_mean = zeros(features);
            running_var = ones(features);
            num_batches_tracked = zeros([], ScalarType.Int64);
            register_buffer(nameof(running_mean), running_mean);
            register_buffer(nameof(running_var), running_var);
            register_buffer(nameof(num_batches_tracked), num_batches_tracked);
        }
    }

    /// <summary>The scale, [features], or null.</summary>
    public Parameter? weight { get; }

    /// <summary>The shift, [features], or null.</summary>
    public Parameter? bias { get; }

    /// <summary>[features], or null.</summary>
    public Tensor? running_mean { get; }

    /// <summary>[features], unbiased, or null.</summary>
    public Tensor? running_var { get; }

    /// <summary>How many batches the running values have seen, int64, or null.</summary>
    public Tensor? num_batches_tracked { get; }

    /// <summary>[batch, features] or [batch, features, length]; more than one value a feature in training.</summary>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var features = weight?.Count ?? running_mean?.Count ?? input.size(1);
        if (input.Sizes.Length is not (2 or 3) || input.Sizes[1] != features)
        {
            throw new ArgumentException(
                $"BatchNorm1d of {features} features needs [batch, features] or [batch, features, length], not {Shapes.Show(input.Sizes)}."
            );
        }

        if (input.Sizes.Length == 3)
        {
            var rows = input.transpose(1, 2);
            return Normalise(rows.reshape(-1, features)).view(rows.Sizes).transpose(1, 2);
        }

        return Normalise(input);
    }

    private Tensor Normalise(Tensor rows)
    {
        if (!training && running_mean is not null)
        {
            return BatchNormFunction.Evaluate(rows, this, eps);
        }

        if (rows.Sizes[0] < 2)
        {
            throw new ArgumentException(
                $"Expected more than 1 value per channel when training, got input size {Shapes.Show(rows.Sizes)}."
            );
        }

        var factor = 0.0;
        if (num_batches_tracked is not null)
        {
            using var recording = no_grad();
            num_batches_tracked.add_(1);
            factor = momentum ?? 1.0 / num_batches_tracked.item<long>();
        }

        return BatchNormFunction.Train(rows, this, eps, factor);
    }
}
