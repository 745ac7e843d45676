using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => submodules.Values;

            /// <summary>The direct submodules with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (key, submodule) in submodules)
                {
                    yield return (key, submodule);
                }
            }

            /// <summary>All modules below this one, with dotted names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (key, submodule) in submodules)
                {
                    yield return (key, submodule);
                    foreach (var (below, module) in submodule.named_modules())
                    {
                        yield return ($"{key}.{below}", module);
                    }
                }
            }

            /// <summary>All modules below this one.</summary>
            public virtual IEnumerable<Module> modules()
            {
                foreach (var (_, module) in named_modules())
                {
                    yield return module;
                }
            }

            /// <summary>The parameters, with dotted names; those of submodules too unless told otherwise.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                foreach (var (key, parameter) in ownParameters)
                {
                    yield return (key, parameter);
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (key, submodule) in submodules)
                {
                    foreach (var (below, parameter) in submodule.named_parameters())
                    {
                        yield return ($"{key}.{below}", parameter);
                    }
                }
            }

            /// <summary>The parameters; those of submodules too unless told otherwise.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
            {
                var found = new List<Parameter>();
                Gather(found, recurse);
                return found;
            }

            private void Gather(List<Parameter> found, bool recurse)
            {
                for (var i = 0; i < ownParameters.Count; i++)
                {
                    found.Add(ownParameters.GetAt(i).Value);
                }

                for (var i = 0; recurse && i < submodules.Count; i++)
                {
                    submodules.GetAt(i).Value.Gather(found, true);
                }
            }

            /// <summary>The buffers, with dotted names; those of submodules too unless told otherwise.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true)
            {
                foreach (var (key, buffer) in ownBuffers)
                {
                    yield return (key, buffer);
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (key, submodule) in submodules)
                {
                    foreach (var (below, buffer) in submodule.named_buffers())
                    {
                        yield return ($"{key}.{below}", buffer);
                    }
                }
            }

            /// <summary>A parameter by its dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target)
            {
                foreach (var (key, parameter) in named_parameters())
                {
                    if (key == target)
                    {
                        return parameter;
                    }
                }

                return null;
            }

            /// <summary>A buffer by its dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target)
            {
                foreach (var (key, buffer) in named_buffers())
                {
                    if (key == target)
                    {
                        return buffer;
                    }
                }

                return null;
            }
        }
    }
}
