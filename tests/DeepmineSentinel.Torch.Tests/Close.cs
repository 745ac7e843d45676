using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests;

/// <summary>Comparison within a tolerance, relative or absolute, whichever is wider.</summary>
internal static class Close
{
    public const double Values = 1e-5;
    public const double Gradients = 1e-4;

    public static void To(Tensor expected, Tensor actual, double tolerance, string what = "")
    {
        Assert.Equal(expected.shape, actual.shape);
        var wanted = expected.to_type(ScalarType.Float64).data<double>().ToArray();
        var got = actual.to_type(ScalarType.Float64).data<double>().ToArray();
        for (var i = 0; i < wanted.Length; i++)
        {
            var same = wanted[i].Equals(got[i]) || (double.IsNaN(wanted[i]) && double.IsNaN(got[i]));
            var limit = tolerance * Math.Max(1, Math.Abs(wanted[i]));
            Assert.True(
                same || Math.Abs(wanted[i] - got[i]) <= limit,
                $"{what}[{i}]: {wanted[i]} expected, {got[i]} found"
            );
        }
    }
}
