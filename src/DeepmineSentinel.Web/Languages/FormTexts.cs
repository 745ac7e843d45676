using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace DeepmineSentinel.Web.Languages;

/// <summary>
/// What is said of a form that cannot be used, by the attributes of its fields and by the binder: from the same table as the
/// pages. The API's requests are English, and so is what it says of them.
/// </summary>
internal static class FormTexts
{
    public static IMvcBuilder AddFormTexts(this IMvcBuilder mvc)
    {
        mvc.Services.Configure<MvcOptions>(options => Translate(options.ModelBindingMessageProvider));
        AttributeTexts texts = new();
        return mvc.AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, _) => texts);
    }

    private static void Translate(DefaultModelBindingMessageProvider binder)
    {
        binder.SetAttemptedValueIsInvalidAccessor(
            (value, field) => Texts.Of("The value '{0}' is not valid for {1}.", value, field)
        );
        binder.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Texts.Of("The value '{0}' is not valid.", value));
        binder.SetUnknownValueIsInvalidAccessor(field => Texts.Of("The supplied value is invalid for {0}.", field));
        binder.SetValueIsInvalidAccessor(value => Texts.Of("The value '{0}' is invalid.", value));
        binder.SetValueMustNotBeNullAccessor(value => Texts.Of("The value '{0}' is invalid.", value));
    }

    /// <summary>Messages of attributes; an attribute without a message of its own speaks English.</summary>
    private sealed class AttributeTexts : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, Texts.Of(name));

        public LocalizedString this[string name, params object[] arguments] =>
            new(name, string.Format(CultureInfo.InvariantCulture, Texts.Of(name), arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
