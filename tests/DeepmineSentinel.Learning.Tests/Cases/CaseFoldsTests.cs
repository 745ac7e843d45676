using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Cases;

namespace DeepmineSentinel.Learning.Tests.Cases;

public sealed class CaseFoldsTests
{
    private static readonly CaseHistory[] Cases = MadeCases.Draw(150);

    [Fact]
    public void Random_folds_part_all_cases_once_and_hold_about_the_same_share_of_every_state()
    {
        IReadOnlyList<CaseFold> folds = CaseFolds.Random(Cases, All(Cases), 10, "test");
        Assert.Equal(All(Cases), folds.SelectMany(fold => fold.HeldOut).Order());
        Assert.All(folds, fold => Assert.Empty(fold.Training.Intersect(fold.HeldOut)));
        foreach (OutcomeClass state in Enum.GetValues<OutcomeClass>())
        {
            int[] counts = [.. folds.Select(fold => fold.HeldOut.Count(i => Cases[i].State == state))];
            Assert.InRange(counts.Max() - counts.Min(), 0, 2);
        }
    }

    [Fact]
    public void A_case_stays_in_its_fold_whatever_order_the_file_has()
    {
        CaseHistory[] turned = [.. Cases.Reverse()];
        string[] Places(CaseHistory[] cases) =>
            [
                .. CaseFolds
                    .Random(cases, All(cases), 10, "test")
                    .SelectMany(fold => fold.HeldOut.Select(i => $"{fold.Name} {cases[i].QPrime:R}"))
                    .Order(StringComparer.Ordinal),
            ];
        Assert.Equal(Places(Cases), Places(turned));
    }

    [Fact]
    public void Equal_inputs_with_different_states_are_never_parted()
    {
        CaseHistory[] twins = [.. Cases.Take(40).Select(c => c with { State = OutcomeClass.Failure })];
        CaseHistory[] cases = [.. Cases, .. twins];
        IReadOnlyList<CaseFold> folds = CaseFolds.Random(cases, All(cases), 10, "test");
        for (int i = 0; i < twins.Length; i++)
        {
            Assert.Single(folds, fold => fold.HeldOut.Contains(i) && fold.HeldOut.Contains(Cases.Length + i));
        }
    }

    [Fact]
    public void Sources_are_held_out_whole_and_small_ones_together()
    {
        CaseHistory[] cases = [.. Cases.Select((c, i) => i < 6 ? c with { Source = $"Small {i % 3}" } : c)];
        IReadOnlyList<CaseFold> folds = CaseFolds.BySource(cases);
        Assert.Equal(4, folds.Count);
        CaseFold others = folds.Single(fold => fold.Name == CaseFolds.Others);
        Assert.Equal([0, 1, 2, 3, 4, 5], others.HeldOut);
        Assert.All(
            folds,
            fold =>
                Assert.Empty(
                    fold.Training.Select(i => cases[i].Source).Intersect(fold.HeldOut.Select(i => cases[i].Source))
                )
        );
    }

    [Fact]
    public void One_source_alone_cannot_be_held_out()
    {
        CaseHistory[] cases = [.. Cases.Select(c => c with { Source = "One" })];
        Assert.Equal("too_few_sources", Assert.Throws<SentinelException>(() => CaseFolds.BySource(cases)).Code);
    }

    private static int[] All(CaseHistory[] cases) => [.. Enumerable.Range(0, cases.Length)];
}
