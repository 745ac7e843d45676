namespace DeepmineSentinel.Core.Alerts;

/// <summary>Levels of the trigger action response plan, and the grey one. They are an order; none of them is the default.</summary>
public enum AlertLevel
{
    /// <summary>Nothing is known. Never the level of an alert: it neither raises nor lowers nor resolves one.</summary>
    Unknown,

    /// <summary>Work as usual. Never the level of an open alert.</summary>
    Normal,

    /// <summary>Grey: data are old or a sensor is silent, so that nobody can say how the stope is. Not calm.</summary>
    NoData,

    /// <summary>Something is not as usual.</summary>
    Abnormal,

    /// <summary>Something is far from usual.</summary>
    VeryAbnormal,

    /// <summary>Nobody should be there.</summary>
    Evacuate,
}
