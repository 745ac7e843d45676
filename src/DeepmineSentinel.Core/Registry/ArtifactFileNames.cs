namespace DeepmineSentinel.Core.Registry;

/// <summary>Names of the files of a run; the same for every network and purpose.</summary>
public static class ArtifactFileNames
{
    /// <summary>Weights that answer, float32.</summary>
    public const string Model = "enhanced_dual_branch_model.safetensors";

    /// <summary>Scalers, encoders, thresholds, temperatures.</summary>
    public const string Components = "enhanced_dual_branch_model_components.json";

    /// <summary>Network, hyper-parameters, seed, engine, data, split, times, probe.</summary>
    public const string Metadata = "enhanced_dual_branch_model_metadata.json";

    /// <summary>The result of the run.</summary>
    public const string Metrics = "metrics.json";

    /// <summary>What the network said of every scored sample of stopes it never saw; only where stopes were held out.</summary>
    public const string HeldOut = "held_out_predictions.json";

    /// <summary>Every input feature with its unit and training range.</summary>
    public const string Features = "feature_metadata.json";

    /// <summary>Data profile and curves, for reports.</summary>
    public const string Details = "run_details.json";

    /// <summary>One line an epoch.</summary>
    public const string TrainingLog = "training_log.csv";

    /// <summary>Weights of the best epoch, written while training.</summary>
    public const string BestModel = "best_enhanced_model.safetensors";

    /// <summary>Report for people.</summary>
    public const string Report = "report.html";

    /// <summary>Losses by epoch as a drawing; like the others, only where plots were asked for.</summary>
    public const string LossPlot = "loss_curve.svg";

    /// <summary>Counts by true and answered class as a drawing.</summary>
    public const string ConfusionPlot = "confusion_matrix.svg";

    /// <summary>What was said against what happened, as a drawing.</summary>
    public const string CalibrationPlot = "calibration.svg";

    /// <summary>False alarms against hits as a drawing.</summary>
    public const string RocPlot = "roc_curves.svg";

    /// <summary>Recall against precision as a drawing.</summary>
    public const string PrecisionRecallPlot = "precision_recall.svg";

    /// <summary>Importance of the features as a drawing.</summary>
    public const string ImportancePlot = "feature_importance.svg";

    /// <summary>Sizes and hashes of all of them, written last.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>Folder of resumable checkpoints, which the manifest does not list.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>What the run was started with, beside its checkpoints.</summary>
    public const string Request = Checkpoints + "/request.json";

    /// <summary>Says to people and other programs what an exported run holds; beside the manifest, not in it.</summary>
    public const string ExportReadme = "README.md";

    /// <summary>Folder of the mine's data in an exported run; only where they were asked for.</summary>
    public const string ExportedData = "data";

    /// <summary>Empty; held open by the process that trains.</summary>
    public const string Lock = Checkpoints + "/run.lock";
}
