using System.Text.Json;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Predictions;

/// <summary>Stopes of a site that the model never saw, from the generator's files to the page.</summary>
public sealed class UnseenSiteTests(TrainedMine mine)
{
    private const string Seen = "Demo mine";
    private const string Unseen = "Demo mine 2";
    private const string Code = "(site_not_seen)";

    [Fact]
    public async Task An_answer_for_a_site_that_was_not_learnt_from_says_so_and_one_for_a_known_site_does_not()
    {
        await using TestSite site = new(mine);
        await DoneAsync(site, "generate-data", "--stopes", "24", "--days", "30", "--sites", "2", "--output", "two");
        foreach (string kind in new[] { "stopes", "readings" })
        {
            await DoneAsync(site, "import-data", kind, OfUnseen(Path.Combine(site.Root, "two", $"{kind}.csv")));
        }

        CommandResult predicted = await DoneAsync(site, "predict-stability", "--all", "--json");
        ILookup<string, JsonElement> answers = predicted
            .Json.EnumerateArray()
            .ToLookup(answer => answer.GetProperty("mine").GetString()!);
        Assert.Equal(12, answers[Unseen].Count());
        Assert.All(
            answers[Unseen],
            answer =>
            {
                string said = Assert.Single(Warnings(answer), text => text.Contains(Code, StringComparison.Ordinal));
                Assert.StartsWith(
                    $"The network never saw {Unseen}, it learnt from {Seen}",
                    said,
                    StringComparison.Ordinal
                );
            }
        );
        Assert.NotEmpty(answers[Seen]);
        Assert.DoesNotContain(
            answers[Seen].SelectMany(Warnings),
            text => text.Contains(Code, StringComparison.Ordinal)
        );

        string page = await PageAsync(site, answers[Unseen].First().GetProperty("stopeId").GetInt32());
        Assert.Contains(Code, page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Code,
            await PageAsync(site, answers[Seen].First().GetProperty("stopeId").GetInt32()),
            StringComparison.Ordinal
        );
    }

    // The generator writes both sites into one file; the first is the mine that is there.
    private static string OfUnseen(string file)
    {
        string[] lines = File.ReadAllLines(file);
        int column = Array.IndexOf(lines[0].Split(','), "mine");
        string alone = file + ".unseen.csv";
        File.WriteAllLines(alone, [lines[0], .. lines.Skip(1).Where(line => line.Split(',')[column] == Unseen)]);
        return alone;
    }

    private static IEnumerable<string> Warnings(JsonElement answer) =>
        answer.GetProperty("warnings").EnumerateArray().Select(text => text.GetString()!);

    private static async Task<string> PageAsync(TestSite site, int stope)
    {
        await site.Get<MLPredictionService>().PredictAndStoreAsync(stope, TestContext.Current.CancellationToken);
        using HttpClient browser = site.CreateClient();
        using HttpRequestMessage request = new(HttpMethod.Get, $"/stopes/{stope}");
        request.Headers.Add("Accept", "text/html");
        using HttpResponseMessage response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        IHtmlDocument page = await PageSite.ReadAsync(response);
        return page.Body!.TextContent;
    }

    private static async Task<CommandResult> DoneAsync(TestSite site, params string[] arguments)
    {
        CommandResult result = await site.CommandLine.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Error + result.Output);
        return result;
    }
}
