using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Tests.Importing;

/// <summary>Files that others wrote: their names, units, separators, commas and dates.</summary>
public sealed class ShapedImportTests : ImportTest
{
    private static readonly TableShape Foreign = new()
    {
        Separator = ';',
        DecimalComma = true,
        DateOrder = DateOrder.DayFirst,
        Columns =
        [
            new ColumnSource("stope_name", 1),
            new ColumnSource("timestamp", 0),
            new ColumnSource("vibration_velocity", 2, "in/s"),
            new ColumnSource("temperature", 3, "deg F"),
        ],
    };

    [Fact]
    public async Task Names_units_commas_and_dates_are_brought_into_the_products_own()
    {
        await ImportStopeAsync();
        ImportReport report = await ImportAsync(
            ImportKind.Readings,
            "Date;Stope;PPV;Temp;Logger\n03/04/2024 06:30;S1;1,5;77;x\n25/04/2024;S1;;-40;y\n",
            request => request with { Shape = Foreign }
        );
        Assert.Empty(report.Problems);
        await using SentinelDbContext context = Site.Open();
        Reading[] stored = await context.Readings.OrderBy(reading => reading.Timestamp).ToArrayAsync(Token);
        Assert.Equal(new DateTime(2024, 4, 3, 6, 30, 0, DateTimeKind.Utc), stored[0].Timestamp);
        Assert.Equal((38.1, 25), (stored[0].VibrationVelocityMmPerSecond, stored[0].TemperatureCelsius));
        Assert.Equal((null, -40), (stored[1].VibrationVelocityMmPerSecond, stored[1].TemperatureCelsius));
    }

    [Theory]
    [InlineData("04/25/2024;S1;1;", "timestamp")]
    [InlineData("25/04/2024;S1;1.000,5;", "vibration_velocity")]
    [InlineData("25/04/2024;S1;1,2,3;", "vibration_velocity")]
    [InlineData("25/04/2024;S1;-3;", "vibration_velocity")]
    [InlineData("25/04/2024;S2;1;", "stope_name")]
    public async Task What_does_not_fit_the_said_form_is_refused_where_it_stands(string row, string column)
    {
        await ImportStopeAsync();
        ImportReport report = await ImportAsync(
            ImportKind.Readings,
            $"Date;Stope;PPV;Temp\n{row}\n",
            request => request with { Shape = Foreign }
        );
        Assert.Equal((2, column), (Assert.Single(report.Problems).Line, report.Problems[0].Column));
        Assert.False(report.Written);
    }

    [Fact]
    public async Task A_column_that_is_needed_and_not_mapped_or_mapped_to_nothing_is_a_problem_of_the_header()
    {
        await ImportStopeAsync();
        TableShape shape = Foreign with
        {
            Columns = [new ColumnSource("stope_name", 9), new ColumnSource("stress", 1)],
        };
        ImportReport report = await ImportAsync(
            ImportKind.Readings,
            "Date;Stope\n25/04/2024;S1\n",
            request => request with { Shape = shape }
        );
        Assert.Equal(
            ["stope_name", "stope_name", "timestamp"],
            report.Problems.Select(problem => problem.Column).Order()
        );
        Assert.Equal(0, report.RowsRead);
    }

    [Theory]
    [InlineData("hr", "ft", 10, 3.048)]
    [InlineData("stress", "psi", 1_000, 6.894757)]
    [InlineData("deformation_rate", "mm/h", 0.5, 12)]
    [InlineData("temperature", "K", 300, 26.85)]
    [InlineData("rqd", "fraction", 0.85, 85)]
    [InlineData("dip", "radians", 1.5, 85.943669269624)]
    [InlineData("charge_kg", "lb", 100, 45.359237)]
    public void Units_are_converted_by_their_definitions(string column, string unit, double value, double expected) =>
        Assert.Equal(expected, UnitConversions.From(column, unit)!.Apply(value), 9);

    [Fact]
    public void A_unit_that_a_column_never_has_is_refused() =>
        Assert.Throws<ArgumentException>(() => UnitConversions.From("hr", "psi"));
}
