using System.Runtime.InteropServices;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>A character as it is placed on a page, in points, as if the page were turned so that it reads from left to right.</summary>
/// <remarks>Only the baseline is used: the boxes of glyphs are wrong for fonts that are not embedded.</remarks>
/// <param name="Text">The character, or the characters of a ligature.</param>
/// <param name="Left">Where it starts on the baseline.</param>
/// <param name="Right">Where it ends on the baseline.</param>
/// <param name="Baseline">The height of the baseline above the bottom of the page.</param>
/// <param name="Size">The size of the font.</param>
/// <param name="IsBold">Whether the font is bold.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfGlyph(string Text, double Left, double Right, double Baseline, double Size, bool IsBold)
{
    /// <summary>Whether it is white space.</summary>
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);
}
