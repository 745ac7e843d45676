using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Tensors;

public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it_and_not_what_was_moved_or_detached()
    {
        using var outer = NewDisposeScope();
        Tensor gone;
        Tensor moved;
        Tensor detached;
        using (var inner = NewDisposeScope())
        {
            gone = ones(3);
            moved = ones(3).MoveToOuterDisposeScope();
            detached = ones(3).DetachFromDisposeScope();
            Assert.Equal(1, inner.DisposablesCount);
        }

        Assert.True(gone.IsInvalid);
        Assert.False(moved.IsInvalid);
        Assert.True(outer.Contains(moved));
        outer.DisposeEverything();
        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => gone + 1);
    }

    [Fact]
    public void A_scope_keeps_what_it_is_told_to()
    {
        using var scope = NewDisposeScope();
        var (kept, gone) = (ones(2), ones(2));
        scope.DisposeEverythingBut(kept);
        Assert.True(gone.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        kept.Dispose();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void A_view_and_the_tape_outlive_the_disposed_handle()
    {
        var x = torch.tensor([1f, 2f, 3f]).requires_grad_();
        var y = x.exp();
        var view = y.narrow(0, 1, 1);
        y.Dispose();
        Assert.Equal(MathF.Exp(2), view.item<float>(), 1e-5f);
        view.sum().backward();
        Assert.Equal(MathF.Exp(2), x.Gradient!.data<float>()[1], 1e-5f);
    }

    [Fact]
    public void Parameters_and_optimiser_state_survive_the_scope_they_were_made_in()
    {
        Linear layer;
        optim.Optimizer optimiser;
        using (NewDisposeScope())
        {
            layer = nn.Linear(3, 2);
            optimiser = optim.Adam(layer.parameters());
            layer.call(ones(4, 3)).sum().backward();
        }

        Assert.NotNull(layer.weight.Gradient);
        optimiser.step();
        Assert.False(layer.weight.IsInvalid);
    }

    [Fact]
    public void A_training_step_in_steady_state_takes_its_buffers_from_the_pool()
    {
        var model = nn.Sequential(nn.Linear(20, 500), nn.ReLU(), nn.Linear(500, 2));
        var optimiser = optim.Adam(model.parameters());
        Train(model, optimiser, 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Train(model, optimiser, 1000);
        var bytesOfAStep = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
        Assert.InRange(bytesOfAStep, 0, 16_000);
    }

    private static void Train(Sequential model, optim.Optimizer optimiser, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            nn.functional.mse_loss(model.call(ones(16, 20)), zeros(16, 2)).backward();
            nn.utils.clip_grad_norm_(model.parameters(), 1);
            optimiser.step();
        }
    }
}
