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

    /// <summary>Whether a line is a list item.</summary>
    public static bool IsItem(ReadOnlySpan<char> line) => line.StartsWith(ItemMark, StringComparison.Ordinal);
}
