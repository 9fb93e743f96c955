using System.Globalization;

namespace AzuSena.Spanish.Legal;

/// <summary>The name of a law, decree, code or other body of rules.</summary>
/// <param name="Kind">Its folded kind: <c>ley</c>, <c>decreto</c>, <c>codigo</c>, …; for other kinds, the first word of the name.</param>
/// <param name="Number">Its number, digits only; null for one that is referred to by name.</param>
/// <param name="Year">Its year, if known.</param>
/// <param name="Name">Its display name, with white space collapsed.</param>
public sealed record LawName(string Kind, string? Number, int? Year, string Name)
{
    // A name longer than "ley estatutaria 1751 de 2015" is a page title.
    private const int MaxWords = 6;

    private static readonly string[] FeminineKinds =
        ["ley", "resolucion", "circular", "ordenanza", "directiva", "constitucion", "sentencia", "guia", "politica"];

    /// <summary>Parses a name such as <c>Ley 100 de 1993</c> or <c>código de integridad</c>; null if it contains no word.</summary>
    public static LawName? Read(string? name)
    {
        var words = (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        var shown = string.Join(' ', words);
        return RuleText.FirstLaw(shown) is { } numbered
            ? words.Length > MaxWords ? numbered : numbered with { Name = shown }
            : new LawName(SpanishAnalyzer.Fold(words[0]), Number: null, Year: null, shown);
    }

    /// <summary>The name with preposition and article: <c>de la ley 100 de 1993</c>, <c>del código penal</c>.</summary>
    public string WithPreposition => $"{(FeminineKinds.Contains(Kind, StringComparer.Ordinal) ? "de la" : "del")} {Name}";

    /// <summary>The display name of a numbered law if no document provides a fuller one.</summary>
    internal static LawName Numbered(string kind, string qualifier, string number, int? year)
    {
        var suffix = year is { } known ? string.Create(CultureInfo.InvariantCulture, $" de {known}") : "";
        return new LawName(kind, number, year, $"{WithAccent(kind)}{qualifier} {number}{suffix}");
    }

    /// <summary>The kind with its accents.</summary>
    internal static string WithAccent(string kind) => kind switch
    {
        "resolucion" => "resolución",
        "codigo" => "código",
        "constitucion" => "constitución",
        _ => kind,
    };
}
