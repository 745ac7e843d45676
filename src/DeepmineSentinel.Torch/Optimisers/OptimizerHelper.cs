using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Groups, state and its saving, shared by the optimisers.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> states = [];

    private protected OptimizerHelper() { }

    /// <summary>Options and state; live, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var group in Groups)
        {
            result.Options.Add(group.Settings);
            foreach (var parameter in group.Members)
            {
                result.State.Add(states[parameter]);
            }
        }

        return result;
    }

    /// <summary>Copies options and state; throws unless groups, parameters and shapes fit.</summary>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        var own = this.state_dict();
        Check(own, state_dict.Options.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++)
        {
            own.Options[i].CopyFrom(state_dict.Options[i]);
        }

        for (var i = 0; i < own.State.Count; i++)
        {
            own.State[i].CopyFrom(state_dict.State[i]);
        }
    }

    /// <summary>Reads what <see cref="save_state_dict(string)"/> wrote.</summary>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads options and state; throws unless the kind of optimiser, groups and shapes fit.</summary>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var kind = reader.ReadString();
        if (kind != GetType().Name)
        {
            throw new InvalidDataException($"State of {kind} for {GetType().Name}.");
        }

        using var scope = NewDisposeScope();
        var own = state_dict();
        Check(own, reader.ReadInt32(), reader.ReadInt32());
        foreach (var options in own.Options)
        {
            options.Read(reader);
        }

        foreach (var state in own.State)
        {
            state.Read(reader);
        }
    }

    /// <summary>Writes options and state to a file.</summary>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Writes options and state.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Write(own.Options.Count);
        writer.Write(own.State.Count);
        foreach (var options in own.Options)
        {
            options.Write(writer);
        }

        foreach (var state in own.State)
        {
            state.Write(writer);
        }
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var recording = enable_grad();
            loss = closure();
        }

        using var mode = no_grad();
        foreach (var group in Groups)
        {
            foreach (var parameter in group.Members)
            {
                if (parameter.Gradient is { } gradient)
                {
                    Update(parameter, gradient, states[parameter], group.Settings);
                    parameter.Storage.Version++;
                }
            }
        }

        return loss!;
    }

    internal abstract void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options);

    internal abstract OptimizerState NewState(Parameter parameter);

    internal void AddGroup(ParamGroup group)
    {
        foreach (var parameter in group.Members)
        {
            if (!parameter.IsContiguous || parameter.dtype != ScalarType.Float32)
            {
                throw new NotSupportedException("Optimisers need contiguous float32 parameters.");
            }

            if (!states.TryAdd(parameter, NewState(parameter)))
            {
                throw new ArgumentException("A parameter appears twice.");
            }
        }

        group.InitialLearningRate = group.LearningRate;
        Groups.Add(group);
    }

    internal static Tensor ZerosFor(Parameter parameter) =>
        Tensor.Allocate(parameter.Sizes, ScalarType.Float32, tracked: false).fill(0);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var state in states.Values)
        {
            state.Dispose();
        }

        base.Dispose(disposing);
    }

    private static void Check(StateDictionary own, int options, int states)
    {
        if (own.Options.Count != options || own.State.Count != states)
        {
            throw new ArgumentException(
                $"State of {options} groups and {states} parameters for {own.Options.Count} and {own.State.Count}."
            );
        }
    }
}
