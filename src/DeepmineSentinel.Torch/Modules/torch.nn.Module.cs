using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The base of all parts of a network: parameters, buffers and submodules by name.</summary>
        public partial class Module : IDisposable
        {
            private readonly string name;
            private readonly OrderedDictionary<string, Module> submodules = [];
            private readonly OrderedDictionary<string, Parameter> ownParameters = [];
            private readonly OrderedDictionary<string, Tensor> ownBuffers = [];

            /// <summary>A module of the given name; call <see cref="RegisterComponents"/> at the constructor's end.</summary>
            protected Module(string name)
            {
                this.name = name;
            }

            /// <summary>Whether the module trains; dropout and batch norm behave accordingly.</summary>
            public bool training { get; private set; } = true;

            /// <summary>The name given to the constructor.</summary>
            public virtual string GetName() => name;

            /// <summary>Adds a submodule under a name; throws if the name is taken.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                CheckName(name);
                submodules.Add(name, submodule);
            }

            /// <summary>Adds a parameter under a name and takes it out of the dispose scopes; throws if the name is taken.</summary>
            public virtual void register_parameter(string name, Parameter param)
            {
                CheckName(name);
                if (param is not null)
                {
                    param.DetachFromDisposeScope();
                    ownParameters.Add(name, param);
                }
            }

            /// <summary>Adds a tensor that is saved but not trained; throws if the name is taken.</summary>
            public virtual void register_buffer(string name, Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                CheckName(name);
                tensor.DetachFromDisposeScope();
                ownBuffers.Add(name, tensor);
            }

            /// <summary>Switches to training (or back), submodules too.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var submodule in submodules.Values)
                {
                    submodule.train(train);
                }
            }

            /// <summary>Switches to evaluation, submodules too.</summary>
            public virtual void eval() => train(false);

            /// <summary>Drops the gradients of all parameters.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                {
                    parameter.DropGradient();
                }
            }

            /// <summary>Calls a function on every submodule and on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var submodule in submodules.Values)
                {
                    submodule.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Releases parameters, buffers and submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Registers the fields that hold parameters, buffers (other tensors) and submodules by their names.</summary>
            protected virtual void RegisterComponents()
            {
                const BindingFlags Fields =
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(Fields))
                    {
                        Register(ComponentName(field), field.GetValue(this));
                    }
                }
            }

            /// <summary>Puts another parameter in the place of a registered one.</summary>
            internal Parameter? Replace(string component, Parameter? parameter)
            {
                ownParameters.Remove(component);
                if (parameter is not null)
                {
                    parameter.DetachFromDisposeScope();
                    ownParameters.Add(component, parameter);
                }

                return parameter;
            }

            /// <summary>Releases parameters, buffers and submodules.</summary>
            protected virtual void Dispose(bool disposing)
            {
                foreach (var submodule in submodules.Values)
                {
                    submodule.Dispose();
                }

                foreach (var parameter in ownParameters.Values)
                {
                    parameter.Dispose();
                }

                foreach (var buffer in ownBuffers.Values)
                {
                    buffer.Dispose();
                }
            }

            /// <summary>A field's name; of an automatic property the property's.</summary>
            private static string ComponentName(FieldInfo field) =>
                field.Name.StartsWith('<')
                    ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)]
                    : field.Name;

            private void Register(string component, object? value)
            {
                switch (value)
                {
                    case Module submodule when !submodules.ContainsKey(component):
                        register_module(component, submodule);
                        break;
                    case Parameter parameter when !ownParameters.ContainsKey(component):
                        register_parameter(component, parameter);
                        break;
                    case Modules.Parameter:
                        break;
                    case Tensor buffer when !ownBuffers.ContainsKey(component):
                        register_buffer(component, buffer);
                        break;
                }
            }

            private void CheckName(string component)
            {
                ArgumentException.ThrowIfNullOrEmpty(component);
                if (
                    component.Contains('.', StringComparison.Ordinal)
                    || submodules.ContainsKey(component)
                    || ownParameters.ContainsKey(component)
                    || ownBuffers.ContainsKey(component)
                )
                {
                    throw new ArgumentException($"The name '{component}' holds a dot or is already taken in {name}.");
                }
            }
        }
    }
}
