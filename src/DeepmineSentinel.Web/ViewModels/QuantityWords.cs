using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>What a quantity may be, in the shown language. Numbers have a point, as a form wants them.</summary>
public static class QuantityWords
{
    /// <summary>As <see cref="QuantityRange.Allowed"/>: the end of a sentence.</summary>
    public static string Allowed(QuantityRange range) =>
        Texts
            .Of(
                range.MinimumExcluded
                    ? "must be above {0} and at most {1} {2}"
                    : "must be at least {0} and at most {1} {2}",
                range.Minimum.ToString(CultureInfo.InvariantCulture),
                range.Maximum.ToString(CultureInfo.InvariantCulture),
                Texts.Of(range.Unit)
            )
            .TrimEnd();
}
