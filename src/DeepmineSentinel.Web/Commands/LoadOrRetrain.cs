using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Asks, at a terminal, whether the model that is there is enough. Case and blanks around do not matter.</summary>
internal static class LoadOrRetrain
{
    private const string Choices = "[load or yes / retrain or no]";

    public static async Task<ModelChoice> AskAsync(
        CommandConsole console,
        ModelVersion current,
        CancellationToken cancellationToken
    )
    {
        await console.Error.WriteLineAsync(
            FormattableString.Invariant(
                $"Run {current.RunId} ({current.Network}, trained {current.TrainedAt:yyyy-MM-dd HH:mm} UTC) is there already."
            )
        );
        while (true)
        {
            await console.Error.WriteAsync($"Load it instead of training? {Choices} ");
            // Reading a terminal cannot be stopped; waiting for it can.
            string? answer = await Task.Run(() => console.Input.ReadLine(), cancellationToken)
                .WaitAsync(cancellationToken);
            if (answer is null)
            {
                await console.Error.WriteLineAsync();
                return ModelChoice.None;
            }

            if (Read(answer) is { } choice)
            {
                return choice;
            }

            await console.Error.WriteLineAsync("Answer load (l, yes, y) or retrain (r, no, n).");
        }
    }

    /// <summary>What a word means; null: nothing that was asked for.</summary>
    internal static ModelChoice? Read(string answer) =>
        answer.Trim().ToLowerInvariant() switch
        {
            "load" or "l" or "yes" or "y" => ModelChoice.Load,
            "retrain" or "r" or "no" or "n" => ModelChoice.Retrain,
            _ => null,
        };
}
