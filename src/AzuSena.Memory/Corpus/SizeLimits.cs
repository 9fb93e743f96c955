namespace AzuSena.Memory.Corpus;

/// <summary>The largest files that are read, in bytes. Reading takes memory in proportion, so the limits are what a server of 2 GB can bear.</summary>
internal static class SizeLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Text of any kind: 20 MB are more than 3 million words.</summary>
    public const long Text = 20 * Megabyte;

    /// <summary>PDF, Word and Excel, whose pictures count but are not read.</summary>
    public const long Binary = 100 * Megabyte;

    /// <summary>What the parts of a Word or Excel file may inflate to.</summary>
    public const long Inflated = 128 * Megabyte;

    /// <summary>What the streams of a PDF may inflate to, one after the other; thousands of pages reach half of it.</summary>
    public const long InflatedPdf = 512 * Megabyte;

    /// <summary>The cells of a table that is held in memory.</summary>
    public const int Cells = 5_000_000;

    /// <summary>The sections of one document; more would take an hour to index.</summary>
    public const int Sections = 300_000;

    /// <summary>The characters that may be made of one document: a long name of a column, repeated in every row, makes much of little.</summary>
    public const int Characters = 40_000_000;

    /// <summary>The longest title and heading; what is longer is text.</summary>
    public const int Heading = 1_000;

    /// <summary>The elements of a web page; some are made anew in every paragraph that they are open in.</summary>
    public const int Elements = 1_000_000;

    /// <summary>A title or heading within its limit.</summary>
    public static string Shortened(string heading) => heading.Length <= Heading ? heading : string.Concat(heading.AsSpan(0, Heading - 1), "…");

    /// <summary>As people write it.</summary>
    public static int InMillions(int count) => count / 1_000_000;

    /// <summary>As people write it.</summary>
    public static long InMegabytes(long bytes) => bytes / Megabyte;
}
