using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Training;

public sealed class TrainingOptionsTests
{
    [Fact]
    public void The_defaults_are_allowed() => Assert.Empty(new TrainingOptions().Problems());

    [Fact]
    public void Everything_out_of_range_is_named_at_once()
    {
        TrainingOptions options = new()
        {
            Epochs = 0,
            BatchSize = 1,
            LearningRate = double.NaN,
            ValidationSplit = 0.6,
            Patience = 0,
        };
        SentinelException problem = Assert.Throws<SentinelException>(options.ThrowIfInvalid);
        Assert.Equal(FailureKind.InvalidInput, problem.Kind);
        Assert.All(
            (string[])["epochs", "batch-size", "learning-rate", "validation-split", "patience"],
            name => Assert.Contains(name, problem.Message, StringComparison.Ordinal)
        );
    }
}
