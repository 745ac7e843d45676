using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimisers.</summary>
    public static partial class optim
    {
        private static List<Parameter> Unnamed(IEnumerable<(string Name, Parameter Parameter)> named)
        {
            var result = new List<Parameter>();
            foreach (var (_, parameter) in named)
            {
                result.Add(parameter);
            }

            return result;
        }

        private static void CheckAdam(double lr, double beta1, double beta2, double eps, double weight_decay)
        {
            if (!(lr >= 0 && eps >= 0 && weight_decay >= 0 && beta1 is >= 0 and < 1 && beta2 is >= 0 and < 1))
            {
                throw new ArgumentException(
                    $"Outside their ranges: lr {lr}, betas {beta1} and {beta2}, eps {eps}, weight decay {weight_decay}."
                );
            }
        }
    }
}
