using System.Text.Json;

namespace DeepmineSentinel.Web.Tests.Api;

/// <summary>The training result as it is promised: every field, and what it is.</summary>
internal static class TrainingResultShape
{
    private static readonly Dictionary<string, JsonValueKind[]> Fields = new()
    {
        ["run_id"] = [JsonValueKind.String],
        ["model_type"] = [JsonValueKind.String],
        ["network"] = [JsonValueKind.String],
        ["model_path"] = [JsonValueKind.String],
        ["artifacts_path"] = [JsonValueKind.String],
        ["preprocessing_path"] = [JsonValueKind.String],
        ["metrics"] = [JsonValueKind.Object],
        ["task_type"] = [JsonValueKind.String],
        ["data_type"] = [JsonValueKind.String],
        ["feature_count"] = [JsonValueKind.Number],
        ["selected_feature_count"] = [JsonValueKind.Number],
        ["confusion_matrix"] = [JsonValueKind.Object],
        ["feature_importance"] = [JsonValueKind.Object],
        ["best_model_name"] = [JsonValueKind.String],
        ["trained_models"] = [JsonValueKind.Array],
        ["evaluation_results"] = [JsonValueKind.Array],
        ["tuned_model"] = [JsonValueKind.Object],
        ["best_config"] = [JsonValueKind.Object],
        ["selected_features"] = [JsonValueKind.Array],
    };

    private static readonly string[] Metrics =
    [
        "accuracy",
        "precision_weighted",
        "recall_weighted",
        "f1_weighted",
        "macro_f1",
        "balanced_accuracy",
        "log_loss",
        "execution_time",
    ];

    private static readonly int[] Days = [1, 3, 7, 14, 30];

    private static readonly string[] PerHorizon = ["auc", "average_precision", "brier_skill", "log_loss"];

    /// <summary>Checks the result of a run on dated labels with held-out stopes.</summary>
    public static void Check(JsonElement result)
    {
        foreach ((string name, JsonValueKind[] kinds) in Fields)
        {
            Assert.True(result.TryGetProperty(name, out JsonElement value), $"{name} is missing");
            Assert.True(kinds.Contains(value.ValueKind), $"{name} is {value.ValueKind}");
        }

        CheckPaths(result);
        CheckMetrics(result.GetProperty("metrics"));
        CheckConfusion(result.GetProperty("confusion_matrix"));
        CheckModels(result);
        Assert.Equal(
            result.GetProperty("selected_feature_count").GetInt32(),
            result.GetProperty("selected_features").GetArrayLength()
        );
        Assert.All(
            result.GetProperty("feature_importance").EnumerateObject(),
            feature => Assert.Equal(JsonValueKind.Number, feature.Value.ValueKind)
        );
        Assert.DoesNotContain("NaN", result.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", result.GetRawText(), StringComparison.Ordinal);
    }

    private static void CheckPaths(JsonElement result)
    {
        string id = result.GetProperty("run_id").GetString()!;
        foreach (string name in new[] { "model_path", "artifacts_path", "preprocessing_path" })
        {
            string path = result.GetProperty(name).GetString()!;
            Assert.StartsWith(id, path, StringComparison.Ordinal);
            Assert.DoesNotContain('\\', path);
            Assert.DoesNotContain("..", path, StringComparison.Ordinal);
        }
    }

    private static void CheckMetrics(JsonElement metrics)
    {
        string[] promised = [.. Metrics, .. PerHorizon.SelectMany(name => Days.Select(days => $"{name}_{days}d"))];
        foreach (string name in promised)
        {
            Assert.True(metrics.TryGetProperty(name, out _), $"metrics.{name} is missing");
        }

        Assert.All(
            metrics.EnumerateObject(),
            metric => Assert.True(metric.Value.ValueKind is JsonValueKind.Number or JsonValueKind.Null, metric.Name)
        );
        Assert.True(metrics.GetProperty("execution_time").GetDouble() > 0);
    }

    private static void CheckConfusion(JsonElement confusion)
    {
        JsonElement matrix = confusion.GetProperty("matrix");
        int classes = confusion.GetProperty("labels").GetArrayLength();
        Assert.Equal(classes, matrix.GetArrayLength());
        Assert.All(matrix.EnumerateArray(), row => Assert.Equal(classes, row.GetArrayLength()));
        Assert.All(
            matrix.EnumerateArray().SelectMany(row => row.EnumerateArray()),
            cell => Assert.True(cell.TryGetInt64(out long count) && count >= 0)
        );
    }

    private static void CheckModels(JsonElement result)
    {
        string[] trained = [.. result.GetProperty("trained_models").EnumerateArray().Select(name => name.GetString()!)];
        Assert.Equal("network", trained[0]);
        Assert.Contains(result.GetProperty("best_model_name").GetString()!, trained);
        JsonElement tuned = result.GetProperty("tuned_model");
        Assert.Equal(JsonValueKind.String, tuned.GetProperty("model_name").ValueKind);
        Assert.Equal(JsonValueKind.Object, tuned.GetProperty("best_params").ValueKind);
        Assert.Equal(JsonValueKind.Number, tuned.GetProperty("best_score").ValueKind);
    }
}
