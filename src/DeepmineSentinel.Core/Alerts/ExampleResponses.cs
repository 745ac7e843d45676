namespace DeepmineSentinel.Core.Alerts;

/// <summary>Example responses. A mine's own plan, signed by its ground control engineer, belongs in their place.</summary>
internal static class ExampleResponses
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IReadOnlyDictionary<AlertLevel, ResponseLevel> All { get; } =
        new Dictionary<AlertLevel, ResponseLevel>
        {
            [AlertLevel.NoData] = new()
            {
                Conditions = "The newest reading is older than allowed, or one sensor fell silent.",
                Actions = ["Check sensor, cable and logger.", "Until data come back, judge the stope by inspection."],
                Roles = "Instrumentation technician; shift supervisor",
                ReEntry = "Readings come in again.",
                EscalateAfter = Day,
                LowerAfter = TimeSpan.Zero,
            },
            [AlertLevel.Abnormal] = new()
            {
                Conditions = "Elevated prediction, or a reading at or above its first threshold.",
                Actions = ["Inspect from a safe place within the shift.", "Read the instruments more often."],
                Roles = "Shift supervisor",
                ReEntry = "Inspected, and below the thresholds for a day.",
                EscalateAfter = TimeSpan.FromHours(8),
                LowerAfter = Day,
            },
            [AlertLevel.VeryAbnormal] = new()
            {
                Conditions = "High prediction, or a reading at or above its second threshold.",
                Actions = ["Stop work near the stope.", "Call the ground control engineer.", "Barricade the entry."],
                Roles = "Shift supervisor; ground control engineer",
                ReEntry = "Released by the ground control engineer after an inspection.",
                EscalateAfter = TimeSpan.FromHours(1),
                LowerAfter = Day,
            },
            [AlertLevel.Evacuate] = new()
            {
                Conditions = "Critical or imminent prediction, or a reading at or above its third threshold.",
                Actions =
                [
                    "Withdraw people and close the access.",
                    "Tell the mine manager.",
                    "Nobody enters until released.",
                ],
                Roles = "Everybody; ground control engineer; mine manager",
                ReEntry = "Released in writing by mine manager and ground control engineer.",
                EscalateAfter = TimeSpan.FromMinutes(15),
                LowerAfter = Day,
            },
        };
}
