namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of 1 input.</summary>
        public abstract class Module<T, TResult> : Module
        {
            /// <summary>A module of the given name.</summary>
            protected Module(string name)
                : base(name) { }

            /// <summary>The module's computation.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs <see cref="forward"/>.</summary>
            public TResult call(T input) => forward(input);
        }
    }
}
