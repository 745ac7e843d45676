namespace DeepmineSentinel.Learning.Baselines;

/// <summary>Rows with weighted labels that an ordinal logit is fitted to.</summary>
/// <param name="Rows">Inputs, [rows][P]; about unit scale, as the penalty knows no other.</param>
/// <param name="Labels">Classes.</param>
/// <param name="Weights">Weights.</param>
/// <param name="Classes">Number of classes, K.</param>
/// <param name="Penalty">L2 penalty.</param>
internal sealed record OrdinalLogitProblem(
    IReadOnlyList<double[]> Rows,
    IReadOnlyList<int> Labels,
    IReadOnlyList<double> Weights,
    int Classes,
    double Penalty
)
{
    private int Thresholds => Classes - 1;

    public static double Logistic(double value) => 1 / (1 + Math.Exp(-value));

    /// <summary>No coefficients, and the thresholds that give the (smoothed) shares of the classes.</summary>
    public double[] Start()
    {
        double[] shares = new double[Classes];
        Array.Fill(shares, 0.5);
        for (int i = 0; i < Labels.Count; i++)
        {
            shares[Labels[i]] += Weights[i];
        }

        double sum = shares.Sum();
        double[] parameters = new double[Thresholds + Rows[0].Length];
        double below = 0;
        for (int k = 0; k < Thresholds; k++)
        {
            below += shares[k] / sum;
            parameters[k] = Math.Log(below / (1 - below));
        }

        return parameters;
    }

    public OrdinalLogitLoss At(double[] parameters)
    {
        int size = parameters.Length;
        double[] gradient = new double[size];
        double[,] hessian = new double[size, size];
        OrdinalLogitLoss sums = new(0, gradient, hessian);
        double value = 0;
        for (int i = 0; i < Rows.Count; i++)
        {
            value += Add(i, parameters, sums);
            if (double.IsPositiveInfinity(value))
            {
                return new OrdinalLogitLoss(value, gradient, hessian);
            }
        }

        for (int j = 0; j < size; j++)
        {
            // A trace of penalty on thresholds too: a class without rows would otherwise have none.
            double penalty = j < Thresholds ? 1e-6 : Penalty;
            value += penalty * parameters[j] * parameters[j] / 2;
            gradient[j] += penalty * parameters[j];
            hessian[j, j] += penalty;
            for (int k = 0; k < j; k++)
            {
                hessian[k, j] = hessian[j, k];
            }
        }

        return new OrdinalLogitLoss(value, gradient, hessian);
    }

    // With u and l the arguments at the class's upper and lower threshold, p = s(u) - s(l). The loss -ln p depends on the
    // parameters through u and l alone, each of which is one threshold minus x b.
    private double Add(int i, double[] parameters, OrdinalLogitLoss sums)
    {
        double[] row = Rows[i];
        double score = 0;
        for (int j = 0; j < row.Length; j++)
        {
            score += row[j] * parameters[Thresholds + j];
        }

        int label = Labels[i];
        Edge upper = label < Thresholds ? Edge.At(parameters[label] - score) : Edge.Above;
        Edge lower = label > 0 ? Edge.At(parameters[label - 1] - score) : Edge.Below;
        double p = upper.Share - lower.Share;
        if (!(p > 0))
        {
            return double.PositiveInfinity;
        }

        double weight = Weights[i];
        double u = upper.Density / p;
        double l = lower.Density / p;
        double uu = weight * ((u * u) - (upper.Slope / p));
        double ll = weight * ((l * l) + (lower.Slope / p));
        double ul = -weight * u * l;
        double du = -weight * u;
        double dl = weight * l;
        AddThresholds(label, (du, dl), (uu, ll, ul), sums);
        AddRow(row, label, (du + dl, uu + ul, ll + ul), sums);
        return -weight * Math.Log(p);
    }

    private void AddThresholds(
        int label,
        (double Upper, double Lower) first,
        (double Upper, double Lower, double Both) second,
        OrdinalLogitLoss sums
    )
    {
        if (label < Thresholds)
        {
            sums.Gradient[label] += first.Upper;
            sums.Hessian[label, label] += second.Upper;
        }

        if (label > 0)
        {
            sums.Gradient[label - 1] += first.Lower;
            sums.Hessian[label - 1, label - 1] += second.Lower;
        }

        if (label > 0 && label < Thresholds)
        {
            sums.Hessian[label, label - 1] += second.Both;
        }
    }

    private void AddRow(
        double[] row,
        int label,
        (double First, double Upper, double Lower) parts,
        OrdinalLogitLoss sums
    )
    {
        double both = parts.Upper + parts.Lower;
        for (int j = 0; j < row.Length; j++)
        {
            double x = row[j];
            if (x == 0)
            {
                continue;
            }

            int at = Thresholds + j;
            sums.Gradient[at] -= x * parts.First;
            if (label < Thresholds)
            {
                sums.Hessian[at, label] -= x * parts.Upper;
            }

            if (label > 0)
            {
                sums.Hessian[at, label - 1] -= x * parts.Lower;
            }

            for (int k = 0; k <= j; k++)
            {
                sums.Hessian[at, Thresholds + k] += both * x * row[k];
            }
        }
    }

    // The logistic function at a threshold, its density and the density's slope.
    private readonly record struct Edge(double Share, double Density, double Slope)
    {
        public static readonly Edge Above = new(1, 0, 0);
        public static readonly Edge Below = new(0, 0, 0);

        public static Edge At(double argument)
        {
            double share = Logistic(argument);
            double density = share * (1 - share);
            return new Edge(share, density, density * (1 - (2 * share)));
        }
    }
}
