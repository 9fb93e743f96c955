namespace AzuSena.Memory.Corpus;

/// <summary>The largest files that are read, in bytes. Memory use is proportional to file size, so the limits fit a server with 2 GB.</summary>
internal static class SizeLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Text of any kind: 20 MB is more than 3 million words.</summary>
    public const long Text = 20 * Megabyte;

    /// <summary>PDF, Word and Excel, including pictures, which are not read.</summary>
    public const long Binary = 100 * Megabyte;

    /// <summary>The inflated size of the parts of a Word or Excel file.</summary>
    public const long Inflated = 128 * Megabyte;

    /// <summary>The inflated size of all streams of a PDF; thousands of pages reach half of it.</summary>
    public const long InflatedPdf = 512 * Megabyte;

    /// <summary>The cells of a table held in memory.</summary>
    public const int Cells = 5_000_000;

    /// <summary>The sections of one document; more would take an hour to index.</summary>
    public const int Sections = 300_000;

    /// <summary>The characters produced from one document: a long column name, repeated in every row, multiplies the input.</summary>
    public const int Characters = 40_000_000;

    /// <summary>The longest title and heading; longer ones are text.</summary>
    public const int Heading = 1_000;

    /// <summary>The elements of a web page; formatting elements left open are created again in every paragraph.</summary>
    public const int Elements = 1_000_000;

    /// <summary>A title or heading, shortened to its limit.</summary>
    public static string Shortened(string heading) => heading.Length <= Heading ? heading : string.Concat(heading.AsSpan(0, Heading - 1), "…");

    /// <summary>The limit, formatted for users.</summary>
    public static int InMillions(int count) => count / 1_000_000;

    /// <summary>The limit, formatted for users.</summary>
    public static long InMegabytes(long bytes) => bytes / Megabyte;
}
