using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Datasets.Cases;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Features.Cases;
using DeepmineSentinel.Learning.Training.Cases;

namespace DeepmineSentinel.Learning.Tests.Cases;

public sealed class CaseEvaluatorTests
{
    private static readonly CaseHistory[] Cases = MadeCases.Draw(240);

    private static readonly CaseEvaluationOptions Quick = new()
    {
        Folds = 3,
        Models = new CaseModelOptions
        {
            Decays = [0.01],
            SelectionMembers = 1,
            Members = 1,
            Training = new CaseTrainingOptions { Steps = 20 },
        },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_candidate_is_scored_on_the_same_held_out_cases_both_ways()
    {
        CaseEvaluation evaluation = new CaseEvaluator(Quick).Run(Cases, null, Token);
        foreach (CaseComparison comparison in new[] { evaluation.Random, evaluation.Source! })
        {
            Assert.Equal(Cases.Length, comparison.Folds.Values.Sum());
            Assert.All(
                comparison.Candidates,
                candidate =>
                {
                    Assert.Equal(Cases.Length, candidate.Likeliest.Confusion.Sum(row => row.Sum()));
                    Assert.Equal(Cases.Count(c => c.State == OutcomeClass.Failure), candidate.Likeliest.Failures);
                    Assert.False(candidate.LogLoss is { } loss && (loss <= 0 || !double.IsFinite(loss)));
                }
            );
            Assert.Equal(0, comparison.Of(CaseCandidates.Reference).Difference!.Mean, 12);
            Assert.Null(comparison.Of("graph_lines").LogLoss);
            Assert.Equal(3, comparison.Of(CaseCandidates.Product).Coverage!.Count);
        }
    }

    [Fact]
    public void Answers_thresholds_and_sets_come_from_the_training_cases_alone()
    {
        CaseFold fold = CaseFolds.BySource(Cases)[0];
        CaseHistory[] training = [.. fold.Training.Select(i => Cases[i])];
        CaseHistory[] held = [.. fold.HeldOut.Select(i => Cases[i])];
        CaseHistory[] others = [.. held.Select(c => c with { State = (OutcomeClass)(2 - (int)c.State) })];
        CaseHeldOut before = new(new CaseLogit(CaseFeatures.Factors, 0.01), Cases.Length, 3);
        CaseHeldOut after = new(new CaseLogit(CaseFeatures.Factors, 0.01), Cases.Length, 3);
        before.Take(fold, training, held, Token);
        after.Take(fold, training, others, Token);
        Assert.Equal(before.Weighed, after.Weighed);
        Assert.Equal(before.Probabilities, after.Probabilities);
        Assert.Equal(before.Sets, after.Sets);
    }

    [Fact]
    public void One_state_alone_is_refused_with_a_sentence()
    {
        CaseHistory[] stable = [.. Cases.Select(c => c with { State = OutcomeClass.Stable })];
        SentinelException refused = Assert.Throws<SentinelException>(() =>
            new CaseEvaluator(Quick).Run(stable, null, Token)
        );
        Assert.Equal((FailureKind.InsufficientData, "one_class"), (refused.Kind, refused.Code));
    }

    [Fact]
    public void Three_rows_and_none_are_refused_with_a_sentence()
    {
        CaseHistory[] three = [.. Cases.DistinctBy(c => c.State)];
        foreach (CaseHistory[] few in new[] { three, [] })
        {
            SentinelException refused = Assert.Throws<SentinelException>(() =>
                new CaseEvaluator(Quick).Run(few, null, Token)
            );
            Assert.Equal("too_few_cases", refused.Code);
        }
    }

    [Fact]
    public void One_source_alone_is_evaluated_by_random_folds_and_the_report_says_what_is_missing()
    {
        CaseHistory[] alone = [.. Cases.Select(c => c with { Source = "One" })];
        CaseEvaluation evaluation = new CaseEvaluator(Quick).Run(alone, null, Token);
        Assert.Null(evaluation.Source);
        Assert.Contains(evaluation.Notes, note => note.Contains("one source", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new[] { 0.5, 0.3, 0.2 }, new[] { 0.6, 0.2, 0.2 }, 1)]
    [InlineData(new[] { 0.6, 0.1, 0.3 }, new[] { 0.6, 0.2, 0.2 }, 2)]
    [InlineData(new[] { 0.9, 0.05, 0.05 }, new[] { 0.6, 0.2, 0.2 }, 0)]
    public void A_state_is_answered_when_it_is_likelier_than_usual(double[] said, double[] shares, int answer) =>
        Assert.Equal(answer, CaseAnswers.Weighed(said, shares));
}
