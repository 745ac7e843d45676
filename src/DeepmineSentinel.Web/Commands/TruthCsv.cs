using System.Globalization;
using System.Text;
using DeepmineSentinel.Learning.Datasets.Demo;

namespace DeepmineSentinel.Web.Commands;

/// <summary>What is hidden of a generated mine, as a file that nothing which learns may read.</summary>
internal static class TruthCsv
{
    private const string Header =
        "stope_name,hazard_per_day,exposure_days_at_start,elos_m,expected_ppv_per_day,sudden_chance,"
        + "onsets_day_course_stop,without_warning,failure_day,failed_at,mine\n";

    public static void Write(DemoMine mine, string path)
    {
        StringBuilder text = new(Header);
        for (int i = 0; i < mine.Truth.Count; i++)
        {
            text.AppendJoin(',', Cells(mine.Truth[i])).Append(',').Append(mine.Stopes[i].Mine).Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }

    private static IEnumerable<string> Cells(StopeTruth truth) =>
        [
            truth.Name,
            Number(truth.HazardPerDay),
            Number(truth.ExposureDaysAtStart),
            Number(truth.ElosMetres),
            Number(truth.ExpectedPpvPerDay),
            Number(truth.SuddenChance),
            string.Join(
                ';',
                truth.Onsets.Select(onset =>
                    $"{Number(onset.Day)}:{Number(onset.CourseDays)}:{(onset.StopDay is { } stop ? Number(stop) : "")}"
                )
            ),
            truth.WithoutWarning ? "true" : "false",
            truth.FailureDay is { } day ? Number(day) : "",
            truth.FailedAt?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "",
        ];

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
