using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>All that an evaluation by folds starts from.</summary>
public sealed record CrossValidationRequest
{
    /// <summary>Stopes with their histories.</summary>
    public required MineDataset Data { get; init; }

    /// <summary>How each network is trained; shares of the split are the folds' own.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>How the data are divided.</summary>
    public FoldOptions Folds { get; init; } = new();

    /// <summary>Whether each branch is trained alone too.</summary>
    public bool BranchesAlone { get; init; } = true;

    /// <summary>Whether every feature's importance is measured.</summary>
    public bool Importance { get; init; } = true;

    /// <summary>Seed that generated data were made with: their oracle is found by it.</summary>
    public long OracleSeed { get; init; } = new DemoMineOptions().Seed;

    /// <summary>Told a line now and then; null: nobody.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Names this evaluation of these data by this build on this engine, 64 hex digits.</summary>
    public string Key()
    {
        string told = string.Join(
            '\n',
            Data.ContentHash,
            JsonSerializer.Serialize(Options, ArtifactJson.CompactOptions),
            JsonSerializer.Serialize(Folds, ArtifactJson.CompactOptions),
            BranchesAlone,
            Importance,
            OracleSeed,
            EngineIdentity.Current,
            typeof(CrossValidationRequest).Module.ModuleVersionId
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)));
    }
}
