using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>Loads the parts of a page one by one; a part that fails is logged and says so, the rest stays.</summary>
public sealed partial class PageParts(ILogger<PageParts> logger)
{
    public async Task<PagePart<TValue>> LoadAsync<TValue>(string name, Func<Task<TValue?>> load)
        where TValue : class
    {
        try
        {
            return new PagePart<TValue>(await load(), null);
        }
        catch (SentinelException known)
        {
            LogPart(name, known);
            return new PagePart<TValue>(null, Texts.Stored(known.Message));
        }
#pragma warning disable CA1031 // whatever a part throws, the rest of the page must reach its reader; it is logged and said
        catch (Exception defect) when (defect is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogPart(name, defect);
            return new PagePart<TValue>(
                null,
                Texts.Of("The {0} cannot be shown: this is a defect, and the log has the details.", Texts.Of(name))
            );
        }
    }

    [LoggerMessage(LogLevel.Error, "Part '{Part}' of a page failed")]
    private partial void LogPart(string part, Exception exception);
}
