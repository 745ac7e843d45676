namespace DeepmineSentinel.Data.Csv;

/// <summary>A unit in which a file may write a quantity.</summary>
/// <param name="Unit">Name, for example <c>in/s</c>.</param>
/// <param name="Factor">What a value is multiplied by after the shift.</param>
/// <param name="Shift">What is added to a value first, in the file's unit.</param>
public sealed record UnitConversion(string Unit, double Factor, double Shift = 0)
{
    /// <summary>A value in the product's unit.</summary>
    public double Apply(double value) => (value + Shift) * Factor;
}
