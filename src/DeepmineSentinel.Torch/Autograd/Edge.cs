using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>Where an input's gradient goes (nowhere if the node is null), and the input's shape and type.</summary>
internal readonly record struct Edge(Node? Node, int Output, long[] Sizes, ScalarType Type);
