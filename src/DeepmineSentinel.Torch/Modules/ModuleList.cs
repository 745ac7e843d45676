using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules in a list, named 0, 1, ...</summary>
public sealed class ModuleList<T> : nn.Module, IReadOnlyList<T>
    where T : nn.Module
{
    private readonly List<T> list = [];

    internal ModuleList(T[] modules)
        : base(nameof(ModuleList<T>))
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => list.Count;

    /// <summary>A module by its index.</summary>
    public T this[int index] => list[index];

    /// <summary>Adds a module at the end.</summary>
    public void Add(T item)
    {
        register_module(list.Count.ToString(CultureInfo.InvariantCulture), item);
        list.Add(item);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
