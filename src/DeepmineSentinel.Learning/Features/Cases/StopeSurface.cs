using System.Globalization;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Features.Cases;

/// <summary>The surface that a stope's properties describe, as far as they do: what is missing is never guessed.</summary>
/// <param name="Case">The surface as a case whose state is not known; null: something is missing.</param>
/// <param name="Values">HR, Q', A, B and C; null: missing.</param>
/// <param name="Missing">What is missing, a sentence each.</param>
/// <param name="Notes">What was computed rather than given, a sentence each.</param>
public sealed record StopeSurface(
    CaseHistory? Case,
    IReadOnlyList<double?> Values,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Notes
)
{
    /// <summary>The surface of a stope.</summary>
    public static StopeSurface Of(StopeProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        StopeStability stability = StopeStability.Of(properties);
        string[] missing = [.. MissingOf(stability)];
        double?[] values =
        [
            properties.HydraulicRadiusMetres,
            stability.QPrime > 0 ? stability.QPrime : null,
            stability.FactorA,
            stability.FactorB,
            stability.FactorC,
        ];
        return new StopeSurface(
            missing.Length == 0 ? Asked(properties, stability) : null,
            values,
            missing,
            [.. NotesOf(properties, stability)]
        );
    }

    private static CaseHistory Asked(StopeProperties properties, StopeStability stability) =>
        new()
        {
            Location = "",
            Source = "",
            QPrime = stability.QPrime!.Value,
            FactorA = stability.FactorA!.Value,
            FactorB = stability.FactorB!.Value,
            FactorC = stability.FactorC,
            NPrime = stability.NPrime!.Value,
            HydraulicRadiusMetres = properties.HydraulicRadiusMetres,
            State = default,
        };

    private static IEnumerable<string> MissingOf(StopeStability stability)
    {
        if (stability.QPrime is null)
        {
            yield return "Q' is missing: give it, or Jn, Jr and Ja.";
        }
        else if (!(stability.QPrime > 0))
        {
            yield return "Q' is 0, as RQD is: no case history has such rock.";
        }

        if (stability.FactorA is null)
        {
            yield return "A is missing: give it, or the strength of the rock and the induced stress.";
        }

        if (stability.FactorB is null)
        {
            yield return "B is missing: give it, or the angle between critical joint and surface.";
        }
    }

    private static IEnumerable<string> NotesOf(StopeProperties properties, StopeStability stability)
    {
        if (properties.QPrime is null && stability.QPrime is { } quality)
        {
            yield return Invariant($"Q' {quality:0.##} is computed from RQD, Jn, Jr and Ja.");
        }

        if (properties.FactorA is null && stability.FactorA is { } stress)
        {
            yield return Invariant($"A {stress:0.##} is computed from strength and induced stress.");
        }

        if (properties.FactorB is null && stability.FactorB is { } joint)
        {
            yield return Invariant($"B {joint:0.##} is computed from the joint angle.");
        }

        if (properties.FactorC is null)
        {
            yield return Invariant(
                $"C {stability.FactorC:0.##} is computed for gravity from the dip of {properties.DipDegrees:0.#} degrees."
            );
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
