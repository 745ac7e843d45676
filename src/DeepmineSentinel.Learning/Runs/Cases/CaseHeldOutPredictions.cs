using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Datasets.Cases;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Cases;

namespace DeepmineSentinel.Learning.Runs.Cases;

/// <summary>
/// What a run said of every case while it was held out, in the form in which runs are compared: a case takes the place of a stope
/// without a moment. Its key follows from its inputs, and of equal inputs from their order too.
/// </summary>
internal static class CaseHeldOutPredictions
{
    private const int Digits = 32;

    public static HeldOutPredictions Of(IReadOnlyList<CaseHistory> cases, CaseHeldOut product)
    {
        int[] groups = CaseGroups.Of(cases);
        int[] seen = new int[cases.Count];
        return new HeldOutPredictions
        {
            FormatVersion = HeldOutPredictions.CurrentFormat,
            Classes = CaseResultBuilder.StateNames,
            HorizonDays = Horizons.Days,
            Stopes =
            [
                .. cases.Select(
                    (history, i) =>
                        new HeldOutStope
                        {
                            Stope = KeyOf(history, seen[groups[i]]++),
                            AsOf = [null],
                            Labels = [(int)history.State],
                            Conditions = [product.Probabilities[i]],
                            Answers = [product.Weighed[i]],
                            Failed = [new bool?[Horizons.Days.Count]],
                            Forecasts = [null],
                        }
                ),
            ],
        };
    }

    private static string KeyOf(CaseHistory history, int number)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"case key\n{history.Source}\n{history.Location}\n{history.Surface}\n{history.QPrime:R}\n{history.FactorA:R}\n{history.FactorB:R}\n{history.FactorC:R}\n{history.HydraulicRadiusMetres:R}\n{number}"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
    }
}
