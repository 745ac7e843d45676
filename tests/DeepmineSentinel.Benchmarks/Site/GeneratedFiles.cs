using System.Globalization;

namespace DeepmineSentinel.Benchmarks.Site;

/// <summary>Large CSV files with plausible rows; their content does not matter, only their size.</summary>
internal static class GeneratedFiles
{
    private static readonly DateTime Start = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static void Stopes(string path, int count)
    {
        using StreamWriter file = new(path);
        file.WriteLine(
            "stope_name,rqd,hr,depth,dip,direction,undercut_wdt,rock_type,support_type,support_density,support_installed"
        );
        for (int i = 0; i < count; i++)
        {
            file.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Stope {i:D5},{40 + (i % 60)},{3 + (i % 12)},{100 + (i % 900)},{i % 91},North,{3 + (i % 5)},Granite,Mesh,0.5,1"
                )
            );
        }
    }

    /// <summary>Hourly readings: <paramref name="each"/> for each of the first <paramref name="stopes"/> stopes.</summary>
    public static void Readings(string path, int stopes, int each, TimeSpan step)
    {
        using StreamWriter file = new(path);
        file.WriteLine("stope_name,timestamp,vibration_velocity,deformation_rate,stress,temperature,humidity");
        for (int stope = 0; stope < stopes; stope++)
        {
            for (int i = 0; i < each; i++)
            {
                DateTime moment = Start + (step * i);
                file.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Stope {stope:D5},{moment:yyyy-MM-dd HH:mm:ss},{i % 17 * 0.13:0.00},{i % 11 * 0.07:0.00},{30 + (i % 9)},{20 + (i % 5)},{50 + (i % 7)}"
                    )
                );
            }
        }
    }
}
