namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>What a fitted ensemble says of one case.</summary>
/// <param name="Probabilities">Of stable, unstable and failure.</param>
/// <param name="Members">The same with each network by itself beside the logit, [members][3].</param>
/// <param name="Answer">The state that is likeliest against its share among the training cases.</param>
/// <param name="Set">Whether each state is in the set of 90 %.</param>
internal sealed record CaseOpinion(
    IReadOnlyList<double> Probabilities,
    IReadOnlyList<double[]> Members,
    int Answer,
    IReadOnlyList<bool> Set
);
