using System.Globalization;
using System.Text.Json;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>Measures the promised figures and prints them as a table and, with <c>--json FILE</c>, as JSON.</summary>
internal static class FigureRun
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private static readonly (string Name, Func<Task<IReadOnlyList<Figure>>> Measure)[] All =
    [
        ("import", ImportFigures.MeasureAsync),
        ("pages", PageFigures.MeasureAsync),
        ("chart", ChartFigures.MeasureAsync),
        ("shift", ShiftFigures.MeasureAsync),
        ("load", LoadFigures.MeasureAsync),
        ("train", TrainingFigures.MeasureAsync),
        ("save", SaveFigures.MeasureAsync),
        ("start", DemoStartFigures.MeasureAsync),
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output)
    {
        int json = Enumerable.Range(0, args.Count).FirstOrDefault(i => args[i] == "--json", -1);
        string? file = json >= 0 && json + 1 < args.Count ? args[json + 1] : null;
        string[] names = [.. args.Where((_, i) => json < 0 || (i != json && i != json + 1))];
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await output.WriteLineAsync(Machine.Describe());
        List<Figure> figures = [];
        foreach ((string name, Func<Task<IReadOnlyList<Figure>>> measure) in All)
        {
            if (names.Length == 0 || names.Contains(name))
            {
                figures.AddRange(await measure());
            }
        }

        foreach (Figure f in figures)
        {
            await output.WriteLineAsync(
                $"{f.Name, -62} {f.Value, 12:#,##0.###} {f.Unit, -8} {f.Promise, -18} {(f.Reached ? "reached" : "MISSED"), -8} of {f.Runs}"
            );
        }

        if (file is not null)
        {
            await File.WriteAllTextAsync(
                file,
                JsonSerializer.Serialize(new { machine = Machine.Describe(), figures }, Json)
            );
        }

        return figures.All(f => f.Reached) ? 0 : 1;
    }
}
