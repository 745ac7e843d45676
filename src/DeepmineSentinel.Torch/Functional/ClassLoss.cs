using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Losses over classes.</summary>
internal static class ClassLoss
{
    public static Tensor CrossEntropy(Tensor logits, Tensor target, ClassLossOptions options)
    {
        if (logits.Sizes.Length == 1)
        {
            return CrossEntropy(logits.unsqueeze(0), target.unsqueeze(0), options);
        }

        if (IsPlain(logits, target, options))
        {
            return CrossEntropyFunction.Run(logits, target, options);
        }

        var logs = logits.log_softmax(1);
        if (target.IsFloating)
        {
            return OfProbabilities(logs, target, options);
        }

        var hard = NegativeLogLikelihood(logs, target, options);
        if (options.Smoothing == 0)
        {
            return hard;
        }

        var counted = target.ne(options.IgnoredClass).to_type(logits.dtype);
        var weighted = options.Weight is null ? logs : logs.mul(options.Weight);
        var spread = weighted.sum(1).neg().mul(counted);
        var total = Mean(spread, WeightsOf(target, logs, options), options.Reduction);
        return hard.mul(1 - options.Smoothing).add(total.mul(options.Smoothing / logits.Sizes[1]));
    }

    public static Tensor NegativeLogLikelihood(Tensor logs, Tensor target, ClassLossOptions options)
    {
        if (logs.Sizes.Length != 2 || target.Sizes.Length != 1 || target.Sizes[0] != logs.Sizes[0])
        {
            throw new ArgumentException(
                $"A loss over classes needs [N, classes] and [N], not {Shapes.Show(logs.Sizes)} and {Shapes.Show(target.Sizes)}."
            );
        }

        var weights = WeightsOf(target, logs, options);
        var places = Places(target, options);
        var picked = logs.gather(1, places.unsqueeze(1)).squeeze(1);
        var ignored = target.eq(options.IgnoredClass);
        var loss = picked.neg().masked_fill(ignored, 0).mul(weights);
        return Mean(loss, weights, options.Reduction);
    }

    private static bool IsPlain(Tensor logits, Tensor target, ClassLossOptions options) =>
        options.Smoothing == 0
        && options.Reduction != nn.Reduction.None
        && logits.dtype == ScalarType.Float32
        && logits.Sizes.Length == 2
        && target.dtype == ScalarType.Int64
        && Shapes.Same(target.Sizes, [logits.Sizes[0]])
        && (options.Weight is null || options.Weight.dtype == ScalarType.Float32);

    private static Tensor OfProbabilities(Tensor logs, Tensor target, ClassLossOptions options)
    {
        var classes = logs.Sizes[1];
        var smooth = target.mul(1 - options.Smoothing).add(options.Smoothing / classes);
        var weighted = options.Weight is null ? logs : logs.mul(options.Weight);
        var loss = weighted.mul(smooth).sum(1).neg();
        return nn.functional.Reduce(loss, options.Reduction);
    }

    /// <summary>The class weights of the targets, zero for ignored rows.</summary>
    private static Tensor WeightsOf(Tensor target, Tensor logs, ClassLossOptions options)
    {
        var counted = target.ne(options.IgnoredClass).to_type(logs.dtype);
        return options.Weight is null
            ? counted
            : options.Weight.to_type(logs.dtype).index_select(0, Places(target, options)).mul(counted);
    }

    private static Tensor Places(Tensor target, ClassLossOptions options) =>
        target.to_type(ScalarType.Int64).masked_fill(target.eq(options.IgnoredClass), 0);

    private static Tensor Mean(Tensor loss, Tensor weights, nn.Reduction reduction) =>
        reduction == nn.Reduction.Mean ? loss.sum().div(weights.sum()) : nn.functional.Reduce(loss, reduction);
}
