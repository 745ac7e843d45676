using DeepmineSentinel.Web.Options;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services;

/// <summary>Who acts. Until there is sign-in it is one configured name; nothing else may read that setting.</summary>
public sealed class CurrentOperator(IOptions<SiteOptions> site)
{
    public string Name => site.Value.OperatorName;
}
