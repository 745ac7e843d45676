namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>
/// Every number of the demo mine's mechanism, with its source where there is one (docs/demo-mine.md tells the whole). The
/// others are plausible and no more: the mine is synthetic and proves nothing about any mine.
/// </summary>
public sealed record DemoMineParameters
{
    /// <summary>Expected share of stopes that fail within the series.</summary>
    public double FailingShare { get; init; } = 0.2;

    /// <summary>Share of the failures that an onset announces.</summary>
    public double AnnouncedShare { get; init; } = 0.8;

    /// <summary>Share of onsets that stop by themselves.</summary>
    public double StoppingShare { get; init; } = 0.3;

    /// <summary>Median days from onset to failure; tertiary creep of rock slopes and backs lasts days to weeks (Crosta and Agliardi 2003).</summary>
    public double OnsetMedianDays { get; init; } = 9;

    /// <summary>Standard deviation of the logarithm of those days.</summary>
    public double OnsetSpread { get; init; } = 0.45;

    /// <summary>Earliest and latest share of its course at which a stopping onset stops.</summary>
    public (double Earliest, double Latest) StopsAt { get; init; } = (0.4, 0.9);

    /// <summary>Depth of the shallowest and of the deepest stope, m.</summary>
    public (double Shallowest, double Deepest) DepthMetres { get; init; } = (150, 1_150);

    /// <summary>Mean RQD, %.</summary>
    public double RqdMeanPercent { get; init; } = 72;

    /// <summary>Strength of every rock type as a multiple of its usual one.</summary>
    public double StrengthFactor { get; init; } = 1;

    /// <summary>Median background creep of a stope that is as likely to fail as not, mm/day.</summary>
    public double CreepMedianMmPerDay { get; init; } = 0.2;

    /// <summary>Mean temperature, deg C; it tells nothing of stability.</summary>
    public double TemperatureCelsius { get; init; } = 24;

    /// <summary>How much of the isoprobability log-odds of not failing enters the logarithm of the hazard.</summary>
    public double IsoprobabilityPower { get; init; } = 0.55;

    /// <summary>Standard deviation of what the log hazard has that nobody measured.</summary>
    public double Frailty { get; init; } = 0.3;

    /// <summary>Factor on the hazard of one unit of installed support density.</summary>
    public double SupportFactor { get; init; } = 0.5;

    /// <summary>Days of exposure that double the hazard; after the trend of Tannant and Diederichs (1997).</summary>
    public double ExposureDoublingDays { get; init; } = 240;

    /// <summary>K of PPV = K (R / sqrt W)^-B, mm/s; mid-range of published site laws (Dowding 1985).</summary>
    public double PpvFactor { get; init; } = 1140;

    /// <summary>B of PPV = K (R / sqrt W)^-B.</summary>
    public double PpvPower { get; init; } = 1.6;

    /// <summary>Median charge a delay, kg, and standard deviation of its logarithm.</summary>
    public (double Median, double Spread) ChargeKilograms { get; init; } = (400, 0.5);

    /// <summary>Standard deviation of the logarithm of a blast's distance around the stope's usual one.</summary>
    public double DistanceSpread { get; init; } = 0.35;

    /// <summary>Hazard added by a blast of 100 mm/s, as a multiple of the hazard without blasts.</summary>
    public double BlastHazardPer100 { get; init; } = 2.5;

    /// <summary>Days in which the hazard of a blast falls to 37 %.</summary>
    public double BlastHazardDays { get; init; } = 3;

    /// <summary>Deformation after a blast of 100 mm/s, as a multiple of background creep.</summary>
    public double BlastCreepPer100 { get; init; } = 1.5;

    /// <summary>Days in which that deformation falls to 37 %.</summary>
    public double BlastCreepDays { get; init; } = 1.5;

    /// <summary>Exponent of Voight's (1988) law; 2 makes inverse velocity fall on a straight line (Fukuzono 1985).</summary>
    public double VoightAlpha { get; init; } = 2;

    /// <summary>Velocity at an onset's begin, as a multiple of background creep.</summary>
    public double OnsetVelocityFactor { get; init; } = 1.2;

    /// <summary>ELOS from which an inspection finds a stope unstable, m (Clark and Pakalnis 1997: above 0.5 m is no longer minor).</summary>
    public double UnstableElosMetres { get; init; } = 0.5;

    /// <summary>Chance that a given sensor fault befalls a channel within 120 days: drift, stick; spikes and drop-outs are rates.</summary>
    public double FaultChance { get; init; } = 0.12;

    /// <summary>Chance of a spike a reading.</summary>
    public double SpikeChance { get; init; } = 0.0015;

    /// <summary>Chance of a single missing value.</summary>
    public double GapChance { get; init; } = 0.015;
}
