using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Gradient descent on the parameters.</summary>
        public static SGD SGD(
            IEnumerable<Parameter> parameters,
            double learningRate,
            double momentum = 0,
            double dampening = 0,
            double weight_decay = 0,
            bool nesterov = false,
            bool maximize = false
        ) =>
            SGD(
                [new SGD.ParamGroup(parameters, new SGD.Options())],
                learningRate,
                momentum,
                dampening,
                weight_decay,
                nesterov,
                maximize
            );

        /// <summary>Gradient descent on the named parameters.</summary>
        public static SGD SGD(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double learningRate,
            double momentum = 0,
            double dampening = 0,
            double weight_decay = 0,
            bool nesterov = false,
            bool maximize = false
        ) => SGD(Unnamed(parameters), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Gradient descent on groups, each with options of its own.</summary>
        public static SGD SGD(
            IEnumerable<SGD.ParamGroup> parameters,
            double learningRate,
            double momentum = 0,
            double dampening = 0,
            double weight_decay = 0,
            bool nesterov = false,
            bool maximize = false
        )
        {
            if (!(learningRate >= 0 && momentum >= 0 && weight_decay >= 0))
            {
                throw new ArgumentException(
                    $"Below zero: rate {learningRate}, momentum {momentum}, weight decay {weight_decay}."
                );
            }

            var options = new SGD.Options
            {
                LearningRate = learningRate,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
                maximize = maximize,
            };
            return new(parameters, options);
        }
    }
}
