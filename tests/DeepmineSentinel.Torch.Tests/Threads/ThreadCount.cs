using TorchSharp;

namespace DeepmineSentinel.Torch.Tests.Threads;

/// <summary>Sets the number of threads until disposed.</summary>
internal sealed class ThreadCount : IDisposable
{
    private readonly int former = torch.get_num_threads();

    public ThreadCount(int count)
    {
        torch.set_num_threads(count);
    }

    public void Dispose() => torch.set_num_threads(former);
}

/// <summary>Tests of threads run alone, as work is shared out for one caller at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
