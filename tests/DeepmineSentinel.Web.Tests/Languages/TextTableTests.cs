using System.Text.RegularExpressions;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.ViewModels.Importing;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>The Spanish texts against what the sources ask for.</summary>
public sealed partial class TextTableTests
{
    private static readonly (string Area, string English, string Text)[] Spanish =
    [
        .. TextTable.Areas.SelectMany(area =>
            TextTable.Entries(area, "es").Select(entry => (area, entry.English, entry.Text))
        ),
    ];

    /// <summary>Enumerations whose members pages name; each member needs its word.</summary>
    public static TheoryData<Type> Named =>
        new(
            typeof(AlertCauseKind),
            typeof(AlertChangeKind),
            typeof(AlertLevel),
            typeof(AlertState),
            typeof(ColumnSeparator),
            typeof(CompassDirection),
            typeof(DeliveryChannel),
            typeof(DeliveryState),
            typeof(EventType),
            typeof(HealthState),
            typeof(ImportKind),
            typeof(ModelVersionState),
            typeof(OutcomeClass),
            typeof(PointerMoveKind),
            typeof(PredictionBatchState),
            typeof(PredictionMode),
            typeof(RiskLevel),
            typeof(RiskTrend),
            typeof(RockType),
            typeof(StabilityClass),
            typeof(SupportType),
            typeof(TrainingOrigin),
            typeof(TrainingRunState),
            typeof(TrainingStage)
        );

    /// <summary>What the framework says, which has no literal of ours.</summary>
    private static readonly string[] Foreign =
    [
        "Accepted",
        "Bad Request",
        "Conflict",
        "Forbidden",
        "Internal Server Error",
        "Method Not Allowed",
        "OK",
        "Payload Too Large",
        "Precondition Failed",
        "Precondition Required",
        "Service Unavailable",
        "Unprocessable Entity",
        "Unsupported Media Type",
    ];

    [Fact]
    public void Every_text_of_the_sources_has_its_Spanish()
    {
        TextTable table = TextTable.Read("es");
        string[] missing =
        [
            .. Sources.Keys().Where(key => table.Find(key.Key) is null).Select(key => $"{key.Path}: {key.Key}"),
        ];
        Assert.Empty(missing);
        Assert.NotEmpty(Sources.Keys());
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Every_member_of_an_enumeration_that_pages_name_has_its_Spanish(Type named)
    {
        TextTable table = TextTable.Read("es");
        Assert.All(Enum.GetNames(named), member => Assert.NotNull(table.Find($"{named.Name}.{member}")));
    }

    [Fact]
    public void No_Spanish_is_left_over_that_no_source_asks_for()
    {
        // A stored word, physics_rule, is asked for as people read it.
        HashSet<string> literals = new(
            Sources.Literals().SelectMany(literal => new[] { literal, literal.Replace('_', ' ') }),
            StringComparer.OrdinalIgnoreCase
        );
        string[] members =
        [
            .. Named.SelectMany(row => Enum.GetNames(row.Data).Select(member => $"{row.Data.Name}.{member}")),
        ];
        Assert.Empty(
            Spanish
                .Select(entry => entry.English)
                .Where(key => !literals.Contains(key))
                .Except(Sources.Templates)
                .Except(members)
                .Except(Foreign)
        );
    }

    [Fact]
    public void A_text_and_its_Spanish_have_the_same_places_for_values()
    {
        Assert.All(Spanish, entry => Assert.Equal(Places(entry.English), Places(entry.Text)));
    }

    [Fact]
    public void A_text_that_two_areas_hold_has_one_translation()
    {
        foreach (var same in Spanish.GroupBy(entry => entry.English, StringComparer.OrdinalIgnoreCase))
        {
            Assert.Single(same.Select(entry => entry.Text).Distinct(StringComparer.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Every_file_of_texts_belongs_to_an_area()
    {
        string folder = Path.Combine(Sources.Root, "src", "DeepmineSentinel.Web", "Resources");
        Assert.Empty(
            Directory
                .EnumerateFiles(folder, "*.resx")
                .Select(path => Path.GetFileName(path).Split('.')[0])
                .Except(TextTable.Areas)
        );
    }

    [Fact]
    public void One_entry_serves_a_word_with_and_without_its_capital()
    {
        TextTable table = TextTable.Read("es");
        Assert.Equal("Alertas", table.Find("Alerts"));
        Assert.Equal("alertas", table.Find("alerts"));
        Assert.Null(table.Find("A text that nobody wrote"));
        Assert.Null(table.Find(""));
    }

    private static string[] Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups[1].Value).Order().Distinct()];

    [GeneratedRegex(@"\{(\d+)(?::\w+)?\}")]
    private static partial Regex Place();
}
