using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class CasesPageTests : IAsyncLifetime
{
    private const string Cases =
        "location,q_prime,A,B,C,hr,state,surface,source\n"
        + "Up,40,1,1,4,4,stable,Back,North\n"
        + "Up,4,1,0.5,4,7,unstable,HW,North\n"
        + "Down,1,0.5,0.2,4,12,failure,HW,South\n"
        + "<b>Down</b>,1,0.5,0.2,4,12,stable,HW,South\n";

    private readonly PageSite site = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Without_cases_the_published_lines_stand_and_the_page_says_how_to_import()
    {
        IHtmlDocument page = await site.PageAsync("/cases");
        Assert.NotNull(page.QuerySelector("a[href='/import?kind=case_histories']"));
        Assert.Equal(5, page.QuerySelectorAll("svg.graph polyline").Length);
        Assert.Empty(page.QuerySelectorAll("svg.graph path"));
    }

    [Fact]
    public async Task Every_case_is_a_point_of_its_states_shape_and_a_row_of_the_table()
    {
        await ImportAsync();
        IHtmlDocument page = await site.PageAsync("/cases");
        Assert.Equal(2, page.QuerySelectorAll("svg.graph path.case-stable").Length);
        Assert.Single(page.QuerySelectorAll("svg.graph path.case-unstable"));
        Assert.Single(page.QuerySelectorAll("svg.graph path.case-failure"));
        Assert.Equal(4, page.QuerySelectorAll("tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("tbody b"));
    }

    [Fact]
    public async Task A_larger_radius_lies_further_right_and_a_larger_number_higher()
    {
        await ImportAsync();
        IHtmlDocument page = await site.PageAsync("/cases");
        (double X, double Y) stable = Start(page.QuerySelector("svg.graph path.case-stable")!);
        (double X, double Y) failure = Start(page.QuerySelector("svg.graph path.case-failure")!);
        Assert.True(stable.X < failure.X);
        Assert.True(stable.Y < failure.Y);
    }

    [Fact]
    public async Task Source_and_state_filter_both_drawing_and_table()
    {
        await ImportAsync();
        IHtmlDocument page = await site.PageAsync("/cases?source=South&state=failure");
        Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Single(page.QuerySelectorAll("svg.graph path"));
    }

    [Theory]
    [InlineData("/cases?page=-5")]
    [InlineData("/cases?page=99999")]
    [InlineData("/cases?source=%3Cscript%3E&state=none")]
    public async Task A_made_up_address_shows_the_page_all_the_same(string address)
    {
        await ImportAsync();
        IHtmlDocument page = await site.PageAsync(address);
        Assert.Equal(4, page.QuerySelectorAll("tbody tr").Length);
    }

    private static (double X, double Y) Start(IElement path)
    {
        string[] numbers = path.GetAttribute("d")![1..].Split(' ', 'a', 'l');
        return (
            double.Parse(numbers[0], System.Globalization.CultureInfo.InvariantCulture),
            double.Parse(numbers[1], System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private async Task ImportAsync()
    {
        using MemoryStream content = new(Encoding.UTF8.GetBytes(Cases));
        ImportReport report = await site
            .Services.GetRequiredService<MineImporter>()
            .ImportAsync(
                new ImportRequest
                {
                    Kind = ImportKind.CaseHistories,
                    Content = content,
                    By = "tester",
                },
                null,
                TestContext.Current.CancellationToken
            );
        Assert.Equal(4, report.Added);
    }
}
