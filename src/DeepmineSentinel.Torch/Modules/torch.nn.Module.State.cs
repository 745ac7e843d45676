using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters and buffers by PyTorch's keys; the live tensors, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null,
                string? prefix = null
            )
            {
                destination ??= [];
                var lead = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (key, parameter) in ownParameters)
                {
                    destination[lead + key] = parameter;
                }

                foreach (var (key, buffer) in ownBuffers)
                {
                    destination[lead + key] = buffer;
                }

                foreach (var (key, submodule) in submodules)
                {
                    submodule.state_dict(destination, lead + key);
                }

                return destination;
            }

            /// <summary>
            /// Copies tensors into parameters and buffers by key; returns the missing and the unexpected keys. Throws for either
            /// if strict, and always for a wrong shape; keys in <paramref name="skip"/> are left alone.
            /// </summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source,
                bool strict = true,
                IList<string>? skip = null
            )
            {
                ArgumentNullException.ThrowIfNull(source);
                var own = state_dict();
                var missing = Difference(own.Keys, source, skip);
                var unexpected = Difference(source.Keys, own, skip);
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"Keys differ. Missing: {string.Join(", ", missing)}. Unexpected: {string.Join(", ", unexpected)}."
                    );
                }

                using var mode = no_grad();
                foreach (var (key, target) in own)
                {
                    if (source.TryGetValue(key, out var value) && skip?.Contains(key) != true)
                    {
                        Load(key, target, value);
                    }
                }

                return (missing, unexpected);
            }

            /// <summary>Writes parameters and buffers to a file in this engine's own data-only form.</summary>
            public virtual Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <summary>Writes parameters and buffers to a stream, which stays open.</summary>
            public virtual Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes parameters and buffers.</summary>
            public virtual Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                StateFile.Write(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Reads what <see cref="save(string, IList{string})"/> wrote; throws unless the keys fit.</summary>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip);
            }

            /// <summary>Reads parameters and buffers from a stream, which stays open.</summary>
            public virtual Module load(Stream stream, bool strict = true, IList<string>? skip = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip);
            }

            /// <summary>Reads parameters and buffers; throws unless the keys fit.</summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null)
            {
                using var scope = NewDisposeScope();
                load_state_dict(StateFile.Read(reader), strict, skip);
                return this;
            }

            private static List<string> Difference(
                IEnumerable<string> keys,
                Dictionary<string, Tensor> other,
                IList<string>? skip
            )
            {
                var result = new List<string>();
                foreach (var key in keys)
                {
                    if (!other.ContainsKey(key) && skip?.Contains(key) != true)
                    {
                        result.Add(key);
                    }
                }

                return result;
            }

            private static void Load(string key, Tensor target, Tensor value)
            {
                if (!Shapes.Same(target.Sizes, value.Sizes))
                {
                    throw new ArgumentException(
                        $"'{key}' has shape {Shapes.Show(target.Sizes)}, the source {Shapes.Show(value.Sizes)}."
                    );
                }

                target.copy_(value);
            }
        }
    }
}
