using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>An optimiser of the parameters.</summary>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false
        ) =>
            new(
                [new AdamW.ParamGroup(parameters, new AdamW.Options())],
                AdamWOptions(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
            );

        /// <summary>An optimiser of the named parameters.</summary>
        public static AdamW AdamW(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false
        ) => AdamW(Unnamed(parameters), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>An optimiser of groups, each with options of its own.</summary>
        public static AdamW AdamW(
            IEnumerable<AdamW.ParamGroup> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0,
            bool amsgrad = false,
            bool maximize = false
        ) => new(parameters, AdamWOptions(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize));

        private static AdamW.Options AdamWOptions(
            double lr,
            double beta1,
            double beta2,
            double eps,
            double weight_decay,
            bool amsgrad,
            bool maximize
        )
        {
            CheckAdam(lr, beta1, beta2, eps, weight_decay);
            return new AdamW.Options
            {
                LearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
            };
        }
    }
}
