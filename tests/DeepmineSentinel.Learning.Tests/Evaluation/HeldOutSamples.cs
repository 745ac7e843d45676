using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

/// <summary>Held-out predictions written by hand: every stope has ten days, every third one fails.</summary>
internal static class HeldOutSamples
{
    public const int DaysOfStope = 10;

    private static readonly DateTime FirstDay = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Predictions that give the truth a probability.</summary>
    /// <param name="stopes">Numbers of the stopes.</param>
    /// <param name="right">Probability given to the true class and to what happened, by stope and day.</param>
    public static HeldOutPredictions Of(IEnumerable<int> stopes, Func<int, int, double> right) =>
        new()
        {
            FormatVersion = HeldOutPredictions.CurrentFormat,
            Classes = ["stable", "unstable", "failure"],
            HorizonDays = Horizons.Days,
            Stopes = [.. stopes.Select(number => Stope(number, day => right(number, day)))],
        };

    private static HeldOutStope Stope(int number, Func<int, double> right)
    {
        bool fails = number % 3 == 0;
        int label = fails ? 2 : 0;
        int[] days = [.. Enumerable.Range(0, DaysOfStope)];
        return new HeldOutStope
        {
            Stope = number.ToString(CultureInfo.InvariantCulture),
            AsOf = [.. days.Select(day => (DateTime?)FirstDay.AddDays(day))],
            Labels = [.. days.Select(_ => label)],
            Conditions = [.. days.Select(day => Classes(label, right(day)))],
            Answers = [.. days.Select(day => right(day) > 0.5 ? label : 2 - label)],
            Failed = [.. days.Select(_ => (IReadOnlyList<bool?>)[.. Horizons.Days.Select(_ => (bool?)fails)])],
            Forecasts = [.. days.Select(day => Forecast(fails ? right(day) : 1 - right(day)))],
        };
    }

    private static double[] Classes(int label, double right)
    {
        double[] classes = [(1 - right) / 2, (1 - right) / 2, (1 - right) / 2];
        classes[label] = right;
        return classes;
    }

    private static double[] Forecast(double probability) => [.. Horizons.Days.Select(_ => probability)];
}
