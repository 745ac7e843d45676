namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Where a run takes its data from; either way they come through the CSV reader.</summary>
public enum TrainingSource
{
    Database,
    Csv,
}
