using System.Collections.Immutable;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Stopes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Parses a form and reports every problem at its field.</summary>
public sealed class StopeFormReader(StopeForm form, ModelStateDictionary state)
{
    /// <summary>Columns that a stope cannot do without.</summary>
    public static IReadOnlyList<QuantityRange> Required => StopeDraft.Required;

    public static IReadOnlyList<QuantityRange> Optional => StopeDraft.Optional;

    /// <returns>What was typed; null when anything is wrong, the reasons being in the model state.</returns>
    public StopeProperties? Read()
    {
        if (NameRules.Problem(form.Name, Stope.NameLength) is { } reason)
        {
            state.AddModelError(nameof(form.Name), Texts.Around("The name {0}.", reason));
        }

        Demand(form.MineId is null, nameof(form.MineId), Texts.Of("Choose a mine."));
        Demand(form.Direction is null, nameof(form.Direction), Texts.Of("Choose a direction."));
        Demand(form.RockType is null, nameof(form.RockType), Texts.Of("Choose a rock type."));
        Demand(form.SupportType is null, nameof(form.SupportType), Texts.Of("Choose a support type."));
        ImmutableDictionary<string, double?> numbers = StopeQuantities.All.ToImmutableDictionary(
            range => range.Name,
            range => Number(range)
        );
        if (!state.IsValid)
        {
            return null;
        }

        StopeProperties properties = Build(numbers);
        foreach (FieldProblem problem in properties.Problems())
        {
            state.AddModelError(Key(problem.Field), Texts.Around("This {0}.", problem.Reason));
        }

        return state.IsValid ? properties : null;
    }

    public static string Key(string column) => $"{nameof(StopeForm.Values)}[{column}]";

    private void Demand(bool missing, string key, string message)
    {
        if (missing)
        {
            state.AddModelError(key, message);
        }
    }

    private double? Number(QuantityRange range)
    {
        string? text = form.Text(range);
        if (string.IsNullOrWhiteSpace(text))
        {
            Demand(
                Required.Contains(range),
                Key(range.Name),
                Texts.Of("{0} is needed; it {1}.", Texts.Of(range.Label), QuantityWords.Allowed(range))
            );
            return null;
        }

        string? reason = TypedNumber.Read(text, range, out double? value);
        Demand(reason is not null, Key(range.Name), $"{Texts.Of(range.Label)} {reason}.");
        return value;
    }

    private StopeProperties Build(ImmutableDictionary<string, double?> numbers) =>
        new StopeDraft
        {
            Direction = form.Direction,
            RockType = form.RockType,
            SupportType = form.SupportType,
            SupportInstalled = form.SupportInstalled,
            Numbers = numbers,
        }.ToProperties();
}
