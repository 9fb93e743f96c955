using System.Text.RegularExpressions;
using AzuSena.Passages;
using AzuSena.Questions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Ranking;

/// <summary>Recognises in a sentence the kind of thing that a question asks for: a length of time, a reason, an office.</summary>
internal static partial class KindEvidence
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private const string Number = @"(un|una|uno|" + Several;

    private const string Several =
        @"\d[\d.,]*|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|treinta|cuarenta|cincuenta"
        + @"|sesenta|noventa|cien|ciento|mil)";

    // Words that share this beginning are taken for forms of one.
    private const int SameWord = 5;

    /// <summary>Whether the kinds' evidence is a thing that cannot be put in other words: an amount, a number, a time, a norm.</summary>
    public static bool IsStrict(QuestionKind kind) =>
        kind is QuestionKind.Amount or QuestionKind.Duration or QuestionKind.Count or QuestionKind.Date or QuestionKind.Norm;

    /// <summary>Whether a text holds what the kind asks for; null if the kind shows in no particular way.</summary>
    /// <param name="kind">The kind of the question.</param>
    /// <param name="text">The text as written.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="counted">The folded noun that a question of number counts, if any.</param>
    public static bool? IsIn(QuestionKind kind, string text, string folded, string? counted) => kind switch
    {
        QuestionKind.Amount => Amount().IsMatch(folded),
        QuestionKind.Duration => Duration().IsMatch(folded),
        QuestionKind.Count => Counts(folded, counted),
        QuestionKind.Date => Date().IsMatch(folded),
        QuestionKind.Norm => Norm().IsMatch(folded),
        QuestionKind.Place => Place().IsMatch(folded),
        QuestionKind.Person => Person().IsMatch(folded),
        QuestionKind.Steps => Steps().IsMatch(folded),
        QuestionKind.Cause => Cause().IsMatch(folded),
        QuestionKind.Definition => Definition().IsMatch(folded),
        QuestionKind.Comparison => Comparison().IsMatch(folded),
        QuestionKind.List => text.Contains($"\n{PassageText.ItemMark}", StringComparison.Ordinal)
            || text.Contains($"\n{PassageText.NumberMark(2)}", StringComparison.Ordinal) || Enumeration().IsMatch(text),
        _ => null,
    };

    /// <summary>
    /// How far a sentence defines what is named ("El FIC es…"): the share of the named idf mass before its verb, times the share of the words there that are
    /// named; 0 if it defines nothing.
    /// </summary>
    /// <param name="folded">The sentence, folded.</param>
    /// <param name="named">The question's words with their idf.</param>
    public static double Defined(string folded, IReadOnlyCollection<(string Stem, double Idf)> named)
    {
        var mass = named.Sum(term => term.Idf);
        if (mass <= 0 || Definition().Match(folded) is not { Success: true } match || folded.AsSpan(0, match.Index).EndsWith("no ", StringComparison.Ordinal))
        {
            return 0;
        }

        var subject = SpanishAnalyzer.Stem(folded.AsSpan(0, match.Index)).Distinct(StringComparer.Ordinal).ToList();
        var share = named.Where(term => subject.Contains(term.Stem)).Sum(term => term.Idf) / mass;
        return share * subject.Count(stem => named.Any(term => term.Stem == stem)) / Math.Max(1, subject.Count);
    }

    /// <summary>The noun that a folded question counts: "regionales" of "cuantas regionales"; null if there is none.</summary>
    public static string? CountedIn(string folded) => Asked().Match(folded) is { Success: true } match ? match.Groups["thing"].Value : null;

    // "Una" counts nothing: "una regional en cada departamento".
    private static bool Counts(string folded, string? counted) => counted is null
        ? AnyNumber().IsMatch(folded)
        : Numbered().Matches(folded).Any(match => match.Groups["thing"].Value.Split(' ')
            .Any(word => word.StartsWith(counted.AsSpan(0, Math.Min(SameWord, counted.Length)), StringComparison.Ordinal)));

    [GeneratedRegex(
        @"\$|%|\b(por ciento|salarios?\b.{0,12}\b(minimo|legal)|(medio|un|dos|tres) salario|\d salario|pesos|gratuit\w*|gratis|no (se |le )?(cobra|paga)"
        + @"|sin costo|no tienen? costo|ningun costo|smlmv|millones)",
        Options)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\b" + Number + @"( \(\d+\))? (\w+ )?(dias?|mes(es)?|anos?|horas?|semanas?|minutos?|trimestres?|semestres?)\b"
        + @"|\b(indefinid[oa]|mientras dure|sin limite)",
        Options)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(" + Several + @"( y \w+)?( \(\d+\))? (?<thing>\w+( \w+)?)", Options)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(" + Several, Options)]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"\b(cuant[oa]s|que numero de|que cantidad de) (?<thing>\w{4,})", Options)]
    private static partial Regex Asked();

    [GeneratedRegex(
        @"\b(19|20)\d\d\b|\b\d{1,2} de \w+|\b(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|fechas?|cuando|desde"
        + @"|al (comenzar|terminar|finalizar))\b",
        Options)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(ley|acuerdo|resolucion|decreto|articulo|circular)( \w+)? (de )?\d", Options)]
    private static partial Regex Norm();

    [GeneratedRegex(
        @"\bwww\.|\.(co|com|gov)\b|\b(portal|pagina|oficina|plataforma|sofia ?plus|betowa|en linea|ante (el|la|los)"
        + @"|en (el|su|cada|cualquier) (centro|regional|sede)|coordinacion|ministerio|inspector)",
        Options)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"^.{0,60}\b(director|subdirector|consejo|comite|presidente|ministr|instructor|coordinador|empresa|aprendi|persona|empleador|egresad|quien)", Options)]
    private static partial Regex Person();

    [GeneratedRegex(
        @"\b(debe|deben|puede|pueden|se (hace|hacen|pide|solicita|presenta|obtiene|registra|inscribe|consulta|escoge|elige|tramita)|hay que|primero|pasos"
        + @"|ingres|entra|solicit|present|registr|inscri)",
        Options)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\b(porque|debido|por eso|para que|ya que|razon|por (un|una|la|el)|pues)\b", Options)]
    private static partial Regex Cause();

    [GeneratedRegex(@"\b(es|son|consiste|significa)\b", Options)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b(mientras|en cambio|diferen\w*|no es lo mismo|pero|solo|mas que)\b", Options)]
    private static partial Regex Comparison();

    [GeneratedRegex(@",.*\by\b", Options)]
    private static partial Regex Enumeration();
}
