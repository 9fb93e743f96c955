using System.Globalization;

namespace AzuSena.Plugins.Sena;

/// <summary>Amounts of money as written in Colombia: <c>$1.313.179</c>.</summary>
internal static class Pesos
{
    private static readonly NumberFormatInfo Form = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>The amount in whole pesos.</summary>
    public static string Of(decimal amount) => $"${Math.Round(amount, MidpointRounding.AwayFromZero).ToString("#,##0", Form)}";
}
