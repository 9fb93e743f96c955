using System.Globalization;

namespace AzuSena.Passages;

/// <summary>The markers of document structure in the text of a passage.</summary>
public static class PassageText
{
    /// <summary>Starts a line that is a heading.</summary>
    public const string HeadingMark = "## ";

    /// <summary>Starts a line that is a list item.</summary>
    public const string ItemMark = "- ";

    /// <summary>Whether a line or sentence is a heading.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line) => line.StartsWith(HeadingMark, StringComparison.Ordinal);

    /// <summary>Starts a line that is an item of a numbered list: <c>3. </c>.</summary>
    public static string NumberMark(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}. ");

    /// <summary>Whether a line is a list item, with a dash or a number.</summary>
    public static bool IsItem(ReadOnlySpan<char> line) => line.StartsWith(ItemMark, StringComparison.Ordinal) || NumberLength(line) > 0;

    /// <summary>A list item without its dash or number; other lines as they are.</summary>
    public static string WithoutMark(string line) =>
        line.StartsWith(ItemMark, StringComparison.Ordinal) ? line[ItemMark.Length..] : line[NumberLength(line)..];

    // Up to three digits, a full stop or bracket, and a space.
    private static int NumberLength(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and <= 3 && line[digits..] is ['.' or ')', ' ', ..] ? digits + 2 : 0;
    }
}
