using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly List<ParamGroup> groups = [];

            /// <summary>The groups, whose learning rates can be set.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => groups;

            internal List<ParamGroup> Groups => groups;

            /// <summary>Adds a group; options it leaves open are the optimiser's.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>One change of all parameters that have gradients; returns the closure's loss, if there is one.</summary>
            public abstract Tensor step(Func<Tensor>? closure = null);

            /// <summary>All parameters, group by group.</summary>
            public virtual IEnumerable<Parameter> parameters()
            {
                foreach (var group in groups)
                {
                    foreach (var parameter in group.Parameters)
                    {
                        yield return parameter;
                    }
                }
            }

            /// <summary>Drops the gradients of all parameters.</summary>
            public virtual void zero_grad()
            {
                foreach (var group in groups)
                {
                    foreach (var parameter in group.Members)
                    {
                        parameter.DropGradient();
                    }
                }
            }

            /// <summary>Releases the optimiser's state, not the parameters.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the optimiser's state.</summary>
            protected virtual void Dispose(bool disposing) { }

            /// <summary>Options of every group and state of every parameter, in order; live, not copies.</summary>
            public sealed class StateDictionary
            {
                internal StateDictionary() { }

                /// <summary>One for each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>One for each parameter.</summary>
                public List<OptimizerState> State { get; } = [];
            }
        }
    }
}
