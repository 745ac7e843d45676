using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Parses a reading by the rules of imports and reports every problem at its field.</summary>
public sealed class ReadingFormReader(ReadingForm form, ModelStateDictionary state)
{
    /// <returns>What was typed; null when anything is wrong, the reasons being in the model state.</returns>
    /// <param name="stope">Stope that was read.</param>
    /// <param name="zone">Zone of the mine.</param>
    /// <param name="now">The present, UTC.</param>
    public Reading? Read(int stope, string zone, DateTime now)
    {
        DateTime moment = ReadMoment(zone, now);
        double?[] values = [.. ReadingQuantities.All.Select(ReadValue)];
        if (state.IsValid && values.All(value => value is null))
        {
            state.AddModelError(
                nameof(ReadingForm.Values),
                Texts.Of("Type at least one value; leave empty what was not measured.")
            );
        }

        return state.IsValid
            ? new Reading
            {
                StopeId = stope,
                Timestamp = moment,
                VibrationVelocityMmPerSecond = values[0],
                DeformationRateMmPerDay = values[1],
                StressMegapascals = values[2],
                TemperatureCelsius = values[3],
                HumidityPercent = values[4],
            }
            : null;
    }

    private DateTime ReadMoment(string zone, DateTime now)
    {
        TypedMoment typed = new(form.Moment, form.MomentOffset, zone);
        DateTime utc = default;
        string? problem =
            typed.IsEmpty ? Texts.Of("Say when it was measured.")
            : typed.Read(now, out utc) is { } reason ? Texts.Around("The moment {0}.", reason)
            : null;
        if (problem is not null)
        {
            state.AddModelError(nameof(ReadingForm.Moment), problem);
        }

        return utc;
    }

    private double? ReadValue(QuantityRange channel)
    {
        if (TypedNumber.Read(form.Text(channel), channel, out double? value) is { } reason)
        {
            state.AddModelError(StopeFormReader.Key(channel.Name), $"{Texts.Of(channel.Label)} {reason}.");
        }

        return value;
    }
}
