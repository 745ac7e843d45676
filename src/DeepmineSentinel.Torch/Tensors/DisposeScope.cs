namespace TorchSharp;

/// <summary>Disposes every tensor made on this thread while it was the innermost scope, unless it was moved or detached.</summary>
public sealed class DisposeScope : IDisposable
{
    private const int SpareCapacity = 4096;

    [ThreadStatic]
    private static Stack<List<IDisposable?>>? spares;

    private readonly DisposeScope? outer;
    private List<IDisposable?> held = spares is not null && spares.TryPop(out var spare) ? spare : [];
    private int count;
    private bool closed;

    internal DisposeScope()
    {
        outer = DisposeScopes.Current;
        DisposeScopes.Current = this;
    }

    /// <summary>What the scope holds now; a copy.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            var view = new List<IDisposable>(count);
            foreach (var item in held)
            {
                if (item is not null)
                {
                    view.Add(item);
                }
            }

            return view;
        }
    }

    /// <summary>How many disposables the scope holds.</summary>
    public int DisposablesCount => count;

    /// <summary>Whether the scope holds the disposable.</summary>
    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    /// <summary>Takes a disposable out of the scopes.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Remove(disposable);
        return disposable;
    }

    /// <summary>Takes two disposables out of the scopes.</summary>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    /// <summary>Takes three disposables out of the scopes.</summary>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    /// <summary>Takes disposables out of the scopes.</summary>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes disposables out of the scopes.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            Remove(disposable);
        }
    }

    /// <summary>Moves a disposable to the scope around this one.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        if (Remove(disposable))
        {
            outer?.Track(disposable);
        }

        return disposable;
    }

    /// <summary>Moves two disposables to the scope around this one.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Moves three disposables to the scope around this one.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Moves disposables to the scope around this one.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Moves disposables to the scope around this one.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            MoveToOuter(disposable);
        }
    }

    /// <summary>Disposes all that the scope holds and stays open.</summary>
    public void DisposeEverything()
    {
        for (var i = 0; i < held.Count; i++)
        {
            var item = held[i];
            held[i] = null;
            if (item is torch.Tensor tensor)
            {
                tensor.Scope = null;
            }

            item?.Dispose();
        }

        held.Clear();
        count = 0;
    }

    /// <summary>Disposes all but the given and stays open.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var kept = new List<IDisposable>();
        foreach (var item in inKeep)
        {
            if (Remove(item))
            {
                kept.Add(item);
            }
        }

        DisposeEverything();
        foreach (var item in kept)
        {
            Track(item);
        }
    }

    /// <summary>Disposes all but the given and stays open.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes all but the given and stays open.</summary>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Disposes all but the given and stays open.</summary>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    /// <summary>Disposes all but the given and stays open.</summary>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    /// <summary>Tells the scope that something it holds was disposed elsewhere.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    /// <summary>Disposes all that the scope holds and closes it.</summary>
    public void Dispose()
    {
        if (closed)
        {
            return;
        }

        closed = true;
        DisposeEverything();
        Spare();
        if (ReferenceEquals(DisposeScopes.Current, this))
        {
            DisposeScopes.Current = outer;
        }
    }

    /// <summary>Leaves the emptied list to this thread's next scope.</summary>
    private void Spare()
    {
        if (held.Capacity <= SpareCapacity)
        {
            (spares ??= new()).Push(held);
            held = [];
        }
    }

    internal void Track(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope = this;
            tensor.ScopeIndex = held.Count;
        }

        held.Add(disposable);
        count++;
    }

    internal void Untrack(torch.Tensor tensor) => Remove(tensor);

    private bool Remove(IDisposable disposable)
    {
        var index = IndexOf(disposable);
        if (index < 0)
        {
            return false;
        }

        held[index] = null;
        count--;
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope = null;
        }

        return true;
    }

    private int IndexOf(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            return ReferenceEquals(tensor.Scope, this) ? tensor.ScopeIndex : -1;
        }

        for (var i = 0; i < held.Count; i++)
        {
            if (ReferenceEquals(held[i], disposable))
            {
                return i;
            }
        }

        return -1;
    }
}
