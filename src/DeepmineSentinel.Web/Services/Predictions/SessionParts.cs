using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Cases;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>What every session of answers needs beside the version that answers.</summary>
public sealed class SessionParts(IOptions<PredictionsOptions> options, CaseModelHost cases, TimeProvider clock)
{
    internal PredictionsOptions Options => options.Value;

    internal CaseModelHost Cases => cases;

    internal TimeProvider Clock => clock;
}
