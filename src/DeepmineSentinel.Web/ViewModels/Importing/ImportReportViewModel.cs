using DeepmineSentinel.Web.Services.Importing;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>The third step: what the file holds, and the button that imports it.</summary>
public sealed record ImportReportViewModel(StagedUpload Upload, ImportState State)
{
    /// <summary>Whether the refused rows can be had as a file.</summary>
    public bool HasRejects => !State.IsRunning && File.Exists(Upload.Rejects);
}
