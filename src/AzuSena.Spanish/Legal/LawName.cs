using System.Globalization;

namespace AzuSena.Spanish.Legal;

/// <summary>A law, decree, code or other body of rules, by what people call it.</summary>
/// <param name="Kind">What it is, folded: <c>ley</c>, <c>decreto</c>, <c>codigo</c>, …; the first word of a name of any other kind.</param>
/// <param name="Number">Its number, digits only; null for one that goes by its name.</param>
/// <param name="Year">Its year, where it is known.</param>
/// <param name="Name">Its name as it is shown, with single plain spaces.</param>
public sealed record LawName(string Kind, string? Number, int? Year, string Name)
{
    // A longer name than "ley estatutaria 1751 de 2015" is the title of a page.
    private const int MaxWords = 6;

    private static readonly string[] FeminineKinds = ["ley", "resolucion", "circular", "ordenanza", "directiva", "constitucion", "sentencia", "guia", "politica"];

    /// <summary>Reads a name such as <c>Ley 100 de 1993</c> or <c>código de integridad</c>; null where it holds no word.</summary>
    public static LawName? Read(string? name)
    {
        var words = (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        var shown = string.Join(' ', words);
        return RuleText.FirstLaw(shown) is { } numbered ? words.Length > MaxWords ? numbered : numbered with { Name = shown } : new LawName(SpanishAnalyzer.Fold(words[0]), Number: null, Year: null, shown);
    }

    /// <summary>Its name with the article that Spanish puts before it: <c>de la ley 100 de 1993</c>, <c>del código penal</c>.</summary>
    public string WithPreposition => $"{(FeminineKinds.Contains(Kind, StringComparer.Ordinal) ? "de la" : "del")} {Name}";

    /// <summary>The name of a numbered law, as it is shown where no document gives a fuller one.</summary>
    internal static LawName Numbered(string kind, string qualifier, string number, int? year)
    {
        var suffix = year is { } known ? string.Create(CultureInfo.InvariantCulture, $" de {known}") : "";
        return new LawName(kind, number, year, $"{WithAccent(kind)}{qualifier} {number}{suffix}");
    }

    /// <summary>The kind as it is spelled.</summary>
    internal static string WithAccent(string kind) => kind switch
    {
        "resolucion" => "resolución",
        "codigo" => "código",
        "constitucion" => "constitución",
        _ => kind,
    };
}
