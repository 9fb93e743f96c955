using System.Globalization;
using AzuSena.Spanish.Legal;

namespace AzuSena.Passages;

/// <summary>Where in its document a passage stands, as far as the document's format tells it beyond the headings.</summary>
/// <param name="Page">The page it starts on, from 1.</param>
/// <param name="LastPage">The page it ends on.</param>
/// <param name="Sheet">The sheet of a workbook.</param>
/// <param name="Row">The row of a table, as the file counts it, from 1.</param>
/// <param name="Rule">The article of a law that it is the text of.</param>
public sealed record Locator(int? Page = null, int? LastPage = null, string? Sheet = null, int? Row = null, RuleReference? Rule = null)
{
    /// <summary>The place for a person, in Spanish: <c>página 3</c>, <c>hoja Datos, fila 12</c>, <c>artículo 48 de la ley 100 de 1993</c>.</summary>
    public string Text
    {
        get
        {
            var place = Row is null ? PageText : Sheet is null ? LocatorTexts.Get("Row", Row) : LocatorTexts.Get("SheetRow", Sheet, Row);
            return Rule is null ? place : place.Length == 0 ? Rule.Text : string.Create(CultureInfo.InvariantCulture, $"{Rule.Text} ({place})");
        }
    }

    private string PageText => Page is null ? "" : LastPage is { } last && last != Page ? LocatorTexts.Get("Pages", Page, last) : LocatorTexts.Get("Page", Page);

    /// <summary>Whether text of these two places may stand in one passage: it may run over pages, never over rows or articles.</summary>
    public static bool CanJoin(Locator? first, Locator? next) =>
        first is null || next is null ? first == next : first.Row is null && first.Sheet == next.Sheet && first.Row == next.Row && first.Rule == next.Rule;

    /// <summary>The place from this one to the end of <paramref name="next"/>.</summary>
    public Locator To(Locator? next) => this with { LastPage = next?.LastPage ?? next?.Page ?? LastPage };
}
