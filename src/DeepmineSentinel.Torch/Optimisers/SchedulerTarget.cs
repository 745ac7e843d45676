using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Whose rates a scheduler sets, the last step done (-1: none), and whether changes are printed.</summary>
internal readonly record struct SchedulerTarget(optim.Optimizer Optimizer, int LastStep, bool Verbose);
