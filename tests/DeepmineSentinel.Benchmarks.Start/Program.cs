using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Benchmarks.Start;
using TorchSharp;

// The engine's side of `peers`: NETWORK THREADS [start] builds a network, predicts once and prints "first" with the answer;
// without `start` it goes on to train and to predict, and prints what it measured of itself as one line of JSON.
torch.set_num_threads(int.Parse(args[1], CultureInfo.InvariantCulture));
FirstPrediction.Print(args[0]);
if (args.Length == 2)
{
    Console.WriteLine(JsonSerializer.Serialize(Measurement.Of(args[0]), JsonSerializerOptions.Web));
}
