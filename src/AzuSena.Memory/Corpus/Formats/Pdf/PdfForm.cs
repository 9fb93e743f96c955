using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>What is typed in the fields of a form, placed where it is shown.</summary>
internal static class PdfForm
{
    private const int MaxParents = 10;
    private const double SmallestSize = 6;
    private const double LargestSize = 12;
    private const double AverageWidth = 0.5;

    /// <summary>The values on a page.</summary>
    public static List<PdfGlyph> Values(PdfDocument pdf, Page page) =>
    [
        .. page.GetAnnotations()
            .Where(annotation => annotation.Type is AnnotationType.Widget)
            .Select(widget => (Text: SectionBuilder.OneLine(Value(pdf, widget.AnnotationDictionary)), Box: widget.Rectangle))
            .Where(field => field.Text.Length > 0)
            .Select(field => Glyph(field.Text, field.Box)),
    ];

    // A field and what is shown of it may be one object, or the second has the first as its parent.
    private static string Value(PdfDocument pdf, DictionaryToken widget)
    {
        var kind = Inherited(pdf, widget, "FT") as NameToken;
        return kind?.Data switch
        {
            "Tx" or "Ch" => Text(Inherited(pdf, widget, "V")),
            "Btn" => widget.TryGet(NameToken.Create("AS"), out var state) && state is NameToken { Data: not "Off" } ? "[x]" : "",
            _ => "",
        };
    }

    private static IToken? Inherited(PdfDocument pdf, DictionaryToken? field, string key)
    {
        for (var i = 0; i < MaxParents && field is not null; i++)
        {
            if (field.TryGet(NameToken.Create(key), out var value))
            {
                return Resolved(pdf, value);
            }

            field = field.TryGet(NameToken.Create("Parent"), out var parent) ? Resolved(pdf, parent) as DictionaryToken : null;
        }

        return null;
    }

    private static IToken? Resolved(PdfDocument pdf, IToken token) => token is IndirectReferenceToken reference
        ? pdf.Structure.GetObject(reference.Data).Data : token;

    private static string Text(IToken? value) => value switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        ArrayToken array => string.Join(", ", array.Data.Select(Text)),
        _ => "",
    };

    private static PdfGlyph Glyph(string text, PdfRectangle box)
    {
        var (left, right) = (Math.Min(box.Left, box.Right), Math.Max(box.Left, box.Right));
        var (bottom, height) = (Math.Min(box.Bottom, box.Top), Math.Abs(box.Top - box.Bottom));
        var size = Math.Clamp(0.7 * height, SmallestSize, LargestSize);
        return new PdfGlyph(text, left, Math.Min(right, left + (AverageWidth * size * text.Length)), bottom + (0.25 * Math.Min(height, 20)), size,
            IsBold: false);
    }
}
