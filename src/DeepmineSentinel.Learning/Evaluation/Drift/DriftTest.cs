using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Evaluation.Drift;

/// <summary>
/// Tells drift from chance by permutations, stopes being the unit: a statistic for each input, and the largest of them against
/// its own distribution where nothing has drifted, so that no constant is borrowed and inputs may depend on each other (Westfall and
/// Young 1993). Values are compared on the scale of the inverse hyperbolic sine, on which one wild sensor does not decide.
/// </summary>
public static class DriftTest
{
    /// <summary>Share of false alarms that is accepted, over all inputs together.</summary>
    public const double Level = 0.05;

    /// <summary>Fewest stopes: fewer have too few permutations to tell anything at the level.</summary>
    public const int FewestStopes = 8;

    private const int Draws = 1_000;
    private const long Seed = 42;

    /// <summary>The same stopes at two times: under no drift each stope's differences may have either sign.</summary>
    /// <param name="inputs">Inputs; before and now have the same stopes in the same order.</param>
    public static DriftResult Paired(IReadOnlyList<DriftInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int stopes = inputs.Count == 0 ? 0 : inputs[0].Now.Count;
        double[][] differences =
        [
            .. inputs.Select(input =>
                input.Before.Zip(input.Now, (before, now) => Math.Asinh(now) - Math.Asinh(before)).ToArray()
            ),
        ];
        int[] telling = [.. differences.Select(one => one.Count(double.IsFinite))];
        return Judge(
            inputs,
            telling,
            numbers =>
            {
                double[] signs = [.. Enumerable.Range(0, stopes).Select(_ => Sign(numbers))];
                return [.. differences.Select(one => PairedStatistic(one, signs))];
            }
        );
    }

    /// <summary>Two groups of stopes: under no drift it is chance which stope is in which.</summary>
    /// <param name="inputs">Inputs; all have the same number of stopes before, and the same number now.</param>
    public static DriftResult Groups(IReadOnlyList<DriftInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int before = inputs.Count == 0 ? 0 : inputs[0].Before.Count;
        double[][] values = [.. inputs.Select(input => input.Before.Concat(input.Now).Select(Math.Asinh).ToArray())];
        int[] telling =
        [
            .. inputs.Select(input => Math.Min(input.Before.Count(double.IsFinite), input.Now.Count(double.IsFinite))),
        ];
        return Judge(
            inputs,
            telling,
            numbers =>
            {
                int[] order = Order(values.Length == 0 ? 0 : values[0].Length, numbers);
                return [.. values.Select(one => GroupStatistic(one, order, before))];
            }
        );
    }

    // Statistics of the data where the numbers are null, else of one permutation of them.
    private static DriftResult Judge(
        IReadOnlyList<DriftInput> inputs,
        int[] telling,
        Func<SeededNumbers?, double[]> statistics
    )
    {
        bool[] tells = [.. telling.Select(count => count >= FewestStopes)];
        double Largest(double[] values) => values.Where((_, i) => tells[i]).DefaultIfEmpty(0).Max();
        double[] chance = tells.Any(one => one)
            ?
            [
                .. Enumerable
                    .Range(0, Draws)
                    .Select(draw => Largest(statistics(new SeededNumbers(Seed, "drift", draw)))),
            ]
            : [];
        Array.Sort(chance);
        double[] seen = statistics(null);
        int alarms = Enumerable
            .Range(0, chance.Length)
            .Count(draw => PValue(chance, Largest(statistics(new SeededNumbers(Seed, "drift check", draw)))) < Level);
        return new DriftResult(
            [
                .. inputs.Select(
                    (input, i) =>
                        new DriftFeature(
                            input.Name,
                            input.Unit,
                            telling[i],
                            Mean(input.Before),
                            Mean(input.Now),
                            tells[i] ? PValue(chance, seen[i]) : null
                        )
                ),
            ],
            alarms,
            chance.Length
        );
    }

    private static double PValue(double[] sorted, double statistic)
    {
        int below = Array.BinarySearch(sorted, statistic);
        below = below < 0 ? ~below : below;
        while (below > 0 && sorted[below - 1] >= statistic)
        {
            below--;
        }

        return (1.0 + sorted.Length - below) / (sorted.Length + 1);
    }

    private static double PairedStatistic(double[] differences, double[] signs)
    {
        (int count, double sum, double squares) = (0, 0, 0);
        for (int i = 0; i < differences.Length; i++)
        {
            if (double.IsFinite(differences[i]))
            {
                count++;
                sum += signs[i] * differences[i];
                squares += differences[i] * differences[i];
            }
        }

        return count < FewestStopes ? 0 : Studentized(sum / count, Variance(count, sum, squares) / count);
    }

    private static double GroupStatistic(double[] values, int[] order, int before)
    {
        Span<double> sums = stackalloc double[2];
        Span<double> squares = stackalloc double[2];
        Span<int> counts = stackalloc int[2];
        for (int place = 0; place < order.Length; place++)
        {
            double value = values[order[place]];
            if (double.IsFinite(value))
            {
                int group = place < before ? 0 : 1;
                counts[group]++;
                sums[group] += value;
                squares[group] += value * value;
            }
        }

        if (counts[0] < 2 || counts[1] < 2)
        {
            return 0;
        }

        double spread =
            (Variance(counts[0], sums[0], squares[0]) / counts[0])
            + (Variance(counts[1], sums[1], squares[1]) / counts[1]);
        return Studentized((sums[1] / counts[1]) - (sums[0] / counts[0]), spread);
    }

    private static double Variance(int count, double sum, double squares) =>
        Math.Max(0, (squares - (sum * sum / count)) / (count - 1));

    // Where nothing varies any difference at all is more than chance.
    private static double Studentized(double difference, double variance) =>
        Math.Abs(difference) < 1e-12 ? 0
        : variance <= 0 ? double.MaxValue
        : Math.Abs(difference) / Math.Sqrt(variance);

    private static double Sign(SeededNumbers? numbers) => numbers is null || numbers.NextDouble() < 0.5 ? 1 : -1;

    private static int[] Order(int count, SeededNumbers? numbers)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; numbers is not null && i > 0; i--)
        {
            int other = numbers.NextIndex(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private static double? Mean(IReadOnlyList<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? null : finite.Average();
    }
}
