using System.CommandLine;
using System.Globalization;
using DeepmineSentinel.Learning.Runs.Ablation;
using DeepmineSentinel.Learning.Runs.Folds;

namespace DeepmineSentinel.Web.Commands;

/// <summary>What an ablation takes away, as it is typed.</summary>
internal sealed class AblationInput
{
    private readonly Option<bool> ablation = new("--ablation")
    {
        Description =
            "Evaluate again and again with something taken away: rock mass or readings, days of the window, values, stopes to learn from.",
    };
    private readonly Option<string> windows = List("--ablation-windows", "Windows, days, 2 to 365.", "7,14,60");
    private readonly Option<string> missing = List(
        "--ablation-missing",
        "Values taken away, percent, above 0 to 90.",
        "20,40,60"
    );
    private readonly Option<string> stopes = List(
        "--ablation-stopes",
        "Stopes that learn, 9 or more; those beyond what the folds have are left out.",
        "20,50,100,200,500,1000"
    );

    public IEnumerable<Option> All() => [ablation, windows, missing, stopes];

    public bool IsAsked(CommandScope scope) => scope.Value(ablation);

    /// <summary>What does not fit; null when all does.</summary>
    public string? Refusal(CommandScope scope)
    {
        Option<string>[] lists = [windows, missing, stopes];
        return !IsAsked(scope) && lists.FirstOrDefault(scope.IsGiven) is { } lone ? $"{lone.Name} needs --ablation."
            : lists.FirstOrDefault(list => Numbers(scope.Value(list)) is null) is { } wrong
                ? $"{wrong.Name} takes numbers with commas between, or none."
            : null;
    }

    public AblationRequest Read(CommandScope scope, CrossValidationRequest start) =>
        new(start)
        {
            Windows = [.. Numbers(scope.Value(windows))!.Select(value => (int)value)],
            MissingShares = [.. Numbers(scope.Value(missing))!.Select(value => value / 100)],
            LearningStopes = [.. Numbers(scope.Value(stopes))!.Select(value => (int)value)],
        };

    private static double[]? Numbers(string? typed)
    {
        if (typed is null or "none")
        {
            return [];
        }

        List<double> numbers = [];
        foreach (string one in typed.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!double.TryParse(one, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static Option<string> List(string name, string description, string value) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            HelpName = "N,N,...",
        };
}
