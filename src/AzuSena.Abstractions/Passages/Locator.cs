using System.Globalization;
using AzuSena.Spanish.Legal;

namespace AzuSena.Passages;

/// <summary>The place of a passage in its document beyond the headings, as far as the document's format provides it.</summary>
/// <param name="Page">The page it starts on, from 1.</param>
/// <param name="LastPage">The page it ends on.</param>
/// <param name="Sheet">The worksheet of a workbook.</param>
/// <param name="Row">The table row as numbered in the file, from 1.</param>
/// <param name="Rule">The article of a law, if the passage is its text.</param>
public sealed record Locator(int? Page = null, int? LastPage = null, string? Sheet = null, int? Row = null, RuleReference? Rule = null)
{
    /// <summary>How sure its text is, 0 to 1, if it was recognised from a picture; else null.</summary>
    public double? Ocr { get; init; }

    /// <summary>The place as Spanish text: <c>página 3</c>, <c>hoja Datos, fila 12</c>, <c>artículo 48 de la ley 100 de 1993</c>.</summary>
    public string Text
    {
        get
        {
            var place = Row is null ? PageText : Sheet is null ? LocatorTexts.Get("Row", Row) : LocatorTexts.Get("SheetRow", Sheet, Row);
            place = Ocr is { } sure ? LocatorTexts.Get("Ocr", place, Math.Round(sure * 100)) : place;
            return Rule is null ? place : place.Length == 0 ? Rule.Text : string.Create(CultureInfo.InvariantCulture, $"{Rule.Text} ({place})");
        }
    }

    private string PageText =>
        Page is null ? "" : LastPage is { } last && last != Page ? LocatorTexts.Get("Pages", Page, last) : LocatorTexts.Get("Page", Page);

    /// <summary>Whether text of these two places may form one passage: it may span pages, but not rows or articles.</summary>
    public static bool CanJoin(Locator? first, Locator? next) =>
        first is null || next is null ? first == next : first.Row is null && first.Sheet == next.Sheet && first.Row == next.Row && first.Rule == next.Rule;

    /// <summary>The place from this one to the end of <paramref name="next"/>.</summary>
    public Locator To(Locator? next) => this with
    {
        LastPage = next?.LastPage ?? next?.Page ?? LastPage,
        Ocr = Ocr is { } sure && next?.Ocr is { } other ? Math.Min(sure, other) : Ocr ?? next?.Ocr,
    };
}
