using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Web.Services.Training;
using Field = DeepmineSentinel.Web.Api.JsonField<DeepmineSentinel.Web.Services.Training.TrainModelOptions>;

namespace DeepmineSentinel.Web.Api;

/// <summary>
/// The members of a request for a run. They are the options of train-model, but for files: a path on this machine is the
/// command line's alone.
/// </summary>
internal static class TrainingRunFields
{
    public static FieldReader<TrainModelOptions> Reader { get; } =
        new(
            new Dictionary<string, Field>(StringComparer.Ordinal)
            {
                ["purpose"] = Field.Word(
                    ["stope", "case_history"],
                    (options, word) =>
                        options with
                        {
                            Purpose = word == "stope" ? ModelPurpose.Stope : ModelPurpose.CaseHistory,
                        }
                ),
                ["network"] = Field.Word(["enhanced", "compact"], (options, word) => options with { Network = word }),
                ["epochs"] = Field.Whole((options, number) => options with { Epochs = number }),
                ["batchSize"] = Field.Whole((options, number) => options with { BatchSize = number }),
                ["learningRate"] = Field.Number((options, number) => options with { LearningRate = number }),
                ["validationSplit"] = Field.Number((options, number) => options with { ValidationSplit = number }),
                ["testSplit"] = Field.Number((options, number) => options with { TestSplit = number }),
                ["seed"] = Field.Whole((options, number) => options with { Seed = number }),
                ["weightDecay"] = Field.Number((options, number) => options with { WeightDecay = number }),
                ["inputNoise"] = Field.Number((options, number) => options with { InputNoise = number }),
                ["window"] = Field.Whole((options, number) => options with { Window = number }),
                ["selectFeatures"] = Field.Text((options, text) => options with { SelectFeatures = text ?? "none" }),
                ["staticLayers"] = Field.Sizes(
                    (options, sizes) => Tuned(options, t => t with { StaticLayers = sizes })
                ),
                ["recurrentLayers"] = Field.Sizes(
                    (options, sizes) => Tuned(options, t => t with { RecurrentLayers = sizes })
                ),
                ["fusionLayers"] = Field.Sizes(
                    (options, sizes) => Tuned(options, t => t with { FusionLayers = sizes })
                ),
                ["attentionHeads"] = Field.Sizes(
                    (options, sizes) => Tuned(options, t => t with { AttentionHeads = sizes })
                ),
                ["dropout"] = Field.Number((options, share) => Tuned(options, t => t with { Dropout = share })),
                ["ensemble"] = Field.Whole((options, number) => options with { Ensemble = number }),
                ["mine"] = Field.Text((options, text) => options with { Mine = text }),
                ["labels"] = Field.Word(
                    ["auto", "dated", "undated"],
                    (options, word) => options with { Labels = word }
                ),
                ["standingUntil"] = Field.Word(
                    ["outcomes", "readings"],
                    (options, word) => options with { StandingUntil = word }
                ),
                ["classWeights"] = Field.Word(
                    ["none", "balanced"],
                    (options, word) => options with { ClassWeights = word }
                ),
                ["patience"] = Field.Whole((options, number) => options with { Patience = number }),
                ["checkpointEvery"] = Field.Whole((options, number) => options with { CheckpointEvery = number }),
                ["topCheckpoints"] = Field.Whole((options, number) => options with { TopCheckpoints = number }),
                ["from"] = Field.Text((options, text) => options with { From = text }),
                ["savePlots"] = Field.Flag((options, yes) => options with { SavePlots = yes }),
                ["generateReport"] = Field.Flag((options, yes) => options with { GenerateReport = yes }),
                ["notes"] = Field.Text((options, text) => options with { Notes = text }),
                ["promote"] = Field.Word(
                    ["auto", "always", "never"],
                    (options, word) => options with { Promote = Enum.Parse<PromotePolicy>(word, ignoreCase: true) }
                ),
            }
        );

    private static TrainModelOptions Tuned(TrainModelOptions options, Func<NetworkTuning, NetworkTuning> change) =>
        options with
        {
            Tuning = change(options.Tuning),
        };
}
