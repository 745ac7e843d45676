using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Core.Tests.Monitoring;

public sealed class TrendTests
{
    private static readonly DateTime Start = new(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Inverse_velocity_finds_the_failure_of_an_exact_law()
    {
        InverseVelocityFit fit = InverseVelocity.Fit(Accelerating(20, day => 1 / (25 - day)), 1)!;
        Assert.True((fit.FailsAt - Start.AddDays(25)).Duration() < TimeSpan.FromMinutes(1));
        Assert.Equal(1, fit.RSquared, 9);
        Assert.True((fit.Latest!.Value - fit.Earliest!.Value).Duration() < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void The_interval_holds_the_true_failure_about_as_often_as_it_says()
    {
        int inside = 0;
        for (int trial = 0; trial < 400; trial++)
        {
            Random numbers = new(trial);
            double Noise() =>
                Math.Sqrt(-2 * Math.Log(1 - numbers.NextDouble())) * Math.Cos(2 * Math.PI * numbers.NextDouble());
            InverseVelocityFit fit = InverseVelocity.Fit(Accelerating(18, day => 1 / (25 - day + (0.8 * Noise()))), 1)!;
            inside += fit.Earliest <= Start.AddDays(25) && fit.Latest >= Start.AddDays(25) ? 1 : 0;
        }

        Assert.InRange(inside, 368, 392);
    }

    [Fact]
    public void Ten_points_or_a_steady_velocity_give_no_time()
    {
        Assert.Null(InverseVelocity.Fit(Accelerating(10, day => 1 / (25 - day)), 1));
        Assert.Null(InverseVelocity.Fit(Accelerating(30, _ => 2), 1));
        Assert.Null(InverseVelocity.Fit(Accelerating(30, day => 5 - (0.1 * day)), 1));
    }

    [Fact]
    public void Scaled_distance_gives_ppv_and_a_site_finds_its_own_law_again()
    {
        BlastVibration law = new(1140, 1.6);
        Assert.Equal(1140 * Math.Pow(5, -1.6), law.PpvMmPerSecond(400, 100), 9);
        (double, double, double)[] blasts =
        [
            .. new[] { 30.0, 60, 120, 240 }.Select(distance => (250.0, distance, law.PpvMmPerSecond(250, distance))),
        ];
        BlastVibration found = BlastVibration.Fit(blasts)!;
        Assert.Equal(1140, found.Factor, 1e-6);
        Assert.Equal(1.6, found.Power, 9);
        Assert.Null(BlastVibration.Fit(blasts[..2]));
        Assert.Equal(10.0 * 5_000 / 50, BlastVibration.CriticalPpvMmPerSecond(10, 5_000, 50), 9);
    }

    [Fact]
    public void Rates_are_slopes_over_each_window_and_absent_without_two_values()
    {
        Reading[] hourly =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(hour => new Reading
                {
                    Timestamp = Start.AddHours(hour),
                    StressMegapascals = 10 + (0.5 * hour),
                }),
        ];
        IReadOnlyList<WindowRate> rates = WindowRates.Of(hourly, 2, Start.AddHours(99));
        Assert.Equal([1, 4, 12, 24, 72], rates.Select(rate => rate.Points));
        Assert.Null(rates[0].PerDay);
        Assert.All(rates.Skip(1), rate => Assert.Equal(12, rate.PerDay!.Value, 6));
    }

    private static (DateTime, double)[] Accelerating(int days, Func<double, double> velocity) =>
        [.. Enumerable.Range(0, days).Select(day => (Start.AddDays(day), velocity(day)))];
}
