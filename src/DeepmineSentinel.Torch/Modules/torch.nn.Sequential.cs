using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Nothing yet, one after another.</summary>
        public static Sequential Sequential() => new([]);

        /// <summary>Named modules, one after another.</summary>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            new(modules);

        /// <summary>Modules named 0, 1, .., one after another.</summary>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
            Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

        /// <summary>Named modules, one after another.</summary>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
            Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)modules);

        /// <summary>Named modules, one after another.</summary>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
            new(modules);

        /// <summary>Named modules, one after another.</summary>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules)
        {
            ArgumentNullException.ThrowIfNull(modules);
            var named = new List<(string, Module<Tensor, Tensor>)>();
            foreach (var (name, module) in modules)
            {
                named.Add((name, module));
            }

            return new(named);
        }

        /// <summary>Modules named 0, 1, .., one after another.</summary>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
        {
            ArgumentNullException.ThrowIfNull(modules);
            var named = new List<(string, Module<Tensor, Tensor>)>();
            foreach (var module in modules)
            {
                named.Add((named.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module));
            }

            return new(named);
        }
    }
}
