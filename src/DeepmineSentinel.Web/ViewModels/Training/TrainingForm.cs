using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.ViewModels.Training;

/// <summary>What a person chooses for a run; everything else takes the command's defaults.</summary>
public sealed record TrainingForm
{
    [Required(ErrorMessage = "Choose a network.")]
    [RegularExpression("compact|enhanced", ErrorMessage = "Choose compact or enhanced.")]
    public string? Network { get; init; } = "compact";

    [Required(ErrorMessage = "Say how many epochs.")]
    [Range(1, 10_000, ErrorMessage = "Epochs must be at least 1 and at most 10,000.")]
    public int? Epochs { get; init; } = 100;

    [Required(ErrorMessage = "Say a seed.")]
    [Range(0, int.MaxValue, ErrorMessage = "The seed must be a whole number from 0.")]
    public int? Seed { get; init; } = 42;

    [Required(ErrorMessage = "Say a batch size.")]
    [Range(2, 4_096, ErrorMessage = "The batch size must be at least 2 and at most 4,096.")]
    public int? BatchSize { get; init; } = 32;

    [Required(ErrorMessage = "Say a learning rate.")]
    [Range(1e-7, 1, ErrorMessage = "The learning rate must be above 0 and at most 1.")]
    public double? LearningRate { get; init; } = 0.001;

    [Required(ErrorMessage = "Say a patience.")]
    [Range(1, 10_000, ErrorMessage = "Patience must be at least 1 and at most 10,000 epochs.")]
    public int? Patience { get; init; } = 20;

    [Required(ErrorMessage = "Choose the labels.")]
    [RegularExpression("auto|dated|undated", ErrorMessage = "Choose auto, dated or undated.")]
    public string? Labels { get; init; } = "auto";

    [Required(ErrorMessage = "Choose what happens afterwards.")]
    public PromotePolicy? Promote { get; init; } = PromotePolicy.Auto;

    /// <summary>One mine by name; empty: all that are not synthetic, or the demo mine while there is no other.</summary>
    public string? Mine { get; init; }

    [StringLength(2_000, ErrorMessage = "At most 2,000 characters.")]
    public string? Notes { get; init; }

    /// <summary>The form's name of an option: <c>batch-size</c> is BatchSize. What the form does not ask for belongs to none.</summary>
    public static string FieldOf(string option)
    {
        string name = string.Concat(option.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return typeof(TrainingForm).GetProperty(name) is null ? "" : name;
    }

    /// <summary>A problem with an option as a sentence.</summary>
    public string Sentence(FieldProblem problem) =>
        problem.Field == "mine"
            ? Texts.Of("There is no mine named {0}; choose one of the list.", Mine)
            : $"{problem.Field} {problem.Reason}.";

    public TrainModelOptions ToOptions() =>
        new()
        {
            Network = Network!,
            Epochs = Epochs!.Value,
            Seed = Seed!.Value,
            BatchSize = BatchSize!.Value,
            LearningRate = LearningRate!.Value,
            Patience = Patience!.Value,
            Labels = Labels!,
            Promote = Promote!.Value,
            Mine = string.IsNullOrWhiteSpace(Mine) ? null : Mine,
            Notes = string.IsNullOrWhiteSpace(Notes) ? null : Notes.Trim(),
        };
}
