using System.Text.RegularExpressions;
using AzuSena.Language;

namespace AzuSena.Legal;

/// <summary>The number of an article, however it was typed: <c>5º</c>, <c>5o.</c>, <c>05</c> and <c>quinto</c> are all <c>5</c>; <c>114-1</c>, <c>48A</c> and <c>2.2.6.3.1</c> keep their parts.</summary>
public static partial class ArticleNumber
{
    /// <summary>The pattern of a number in folded text.</summary>
    internal const string Pattern =
        @"(?:\d{1,4}(?:\.\d{1,3})*(?:\s?[-–]\s?\d{1,2}(?![\d/])|-?[a-z](?![a-z0-9])|\s(?:bis|ter)\b)?|\b(?:primero|segundo|tercero|cuarto|quinto|sexto|septimo|octavo|noveno|decimo|unico)\b)";

    private static readonly string[] Ordinals = ["primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno", "decimo"];

    /// <summary>The number in its one spelling, or null where the text holds none, such as an empty cell.</summary>
    public static string? Normalise(string? text)
    {
        var found = Number().Match(SpanishAnalyzer.Fold(text ?? ""));
        if (!found.Success)
        {
            return null;
        }

        var ordinal = Array.IndexOf(Ordinals, found.Value);
        if (ordinal >= 0)
        {
            return (ordinal + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var number = Spaces().Replace(found.Value, "").Replace('–', '-');
        number = number.EndsWith('o') && number.Length > 1 && char.IsDigit(number[^2]) ? number[..^1] : number;
        return number.TrimStart('0') is { Length: > 0 } significant && char.IsDigit(significant[0]) ? significant : number is "unico" ? number : "0";
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
