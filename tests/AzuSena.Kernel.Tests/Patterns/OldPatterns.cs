using System.Text.RegularExpressions;

namespace AzuSena.Tests.Patterns;

/// <summary>The backtracking patterns that were replaced by others, or by code, which must find the same. Kept here alone, to compare with.</summary>
internal static class OldPatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Number = @"(?:(?:n\.?(?:o|ro|um|umero)?(?![a-z])[.\s°]*)|#\s?)?(?<number>\d{1,3}(?:\.\d{3})+|\d{1,2}-\d{3,6}|\d{1,6})(?!\d)";
    private const string Year =
        @"(?:\s?,?\s?del? \d{1,2} de [a-z]+ del? (?<year>(?:19|20)\d{2})|\s?(?:,?\s?del? (?:ano )?|[/-]\s?)(?<year>(?:19|20)\d{2}|\d{2}(?! de [a-z]))(?!\d))?";
    private const string Month = "(?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)";
    private const string Day = @"(?:0?[1-9]|[12]\d|3[01])(?!\d)";

    public const string ArticleNumber =
        @"(?:\d{1,4}(?:\.\d{1,3})*(?:\s?[-–]\s?\d{1,2}(?![\d/])|-?[a-z](?![a-z0-9])|\s(?:bis|ter)\b)?|\b(?:primero|segundo|tercero|cuarto|quinto|sexto" +
            @"|septimo|octavo|noveno|decimo|unico)\b)";

    public static readonly Regex Article = Of(ArticleNumber);
    public static readonly Regex Articles =
        Of($@"\b(?:art(?:[a-z]{{4,6}}o)?s?)(?![a-z])[.\s]*(?:(?:n\.?(?:o|ro|um|umero)?(?![a-z])[.\s°]*)|#\s?)?(?<article>{ArticleNumber})[°.]?(?:\s?(?:," +
            $@"|\b[yoe]\b)\s?(?<article>{ArticleNumber})°?(?!\d))*");
    public static readonly Regex ArticlesAndRanges =
        Of($@"\b(?:art(?:[a-z]{{4,6}}o)?s?)(?![a-z])[.\s]*(?:(?:n\.?(?:o|ro|um|umero)?(?![a-z])[.\s°]*)|#\s?)?(?<article>{ArticleNumber})[°.]?(?:\s?(?:," +
            $@"|\b[yoe]\b|(?<to>\bal?\b|\bhasta el\b))\s?(?<article>{ArticleNumber})°?(?!\d))*");
    public static readonly Regex LawsOfRules =
        Of(@"\b(?<kind>ley|decreto|resolucion|acuerdo|circular|ordenanza|directiva)(?:es)?(?<qualifier>(?:[\s-]+(?:estatutaria|organica|marco|ley" +
            @"|legislativo|reglamentario|unico|nacional|distrital|municipal|externa|conjunta|general))*)[\s,]*(?:(?:n\.?(?:o|ro|um|umero)?(?![a-z])[.\s°]*)" +
            @"|#\s?)?(?<number>\d{1,3}(?:\.\d{3})+|\d{1,5})(?![\d])(?:\s?(?:,?\s?del? (?:ano )?|[/-]\s?)(?<year>(?:19|20)\d{2}|\d{2})(?!\d))?");
    public static readonly Regex Codes =
        Of(@"\b(?<kind>constitucion|codigo)\b(?<name>(?: (?:del?|la|el|los|las|y|[a-z]{4,})){0,4}?(?= (?:sobre|para|que|respecto)\b|[^a-z ]|\s*$)|(?: " +
            @"(?:del?|la|el|los|las|y|[a-z]{4,})){0,3})");
    public static readonly Regex Laws =
        Of($@"\b(?<kind>ley|decreto|resolucion|acuerdo|circular|ordenanza|directiva|concepto|conpes|acto " +
            $@"legislativo)(?:es|s)?(?:[\s-]+(?:estatutaria|organica|marco|ley|legislativo|reglamentario|unico|nacional|distrital|municipal|externa|interna" +
            $@"|conjunta|general|administrativa|sena|del sena))*[\s,]*{Number}{Year}(?:\s?(?:,|\b[ye]\b)\s?(?:la |el |las |los )?(?<number>\d{{1,5}}) del? " +
            $@"(?<year>(?:19|20)\d{{2}})(?!\d))*");
    public static readonly Regex Rulings =
        Of(@"\b(?:sentencias?\s+(?:(?:de|la|corte|constitucional|unificacion|tutela|n\.?o?\.?)\s+)*(?<kind>c|t|su|a|sl|stl|stc|sp)?|(?<kind>c|t" +
            @"|su))\s?-?\s?(?<number>\d{1,6})(?:\s?(?:/|-|del? )\s?(?<year>(?:19|20)\d{2}|\d{2})(?!\d))(?<!\bc \d+)");
    public static readonly Regex DatesInWords =
        Of($@"(?:(?<![\d.,])(?<day>{Day}|1o|\bprimero)(?:\s?(?:,|-|–|\by\b|\bal?\b|\bhasta\b)\s?(?:el )?(?<day>{Day}))* del? (?:mes de " +
            $@")?)?\b{Month}\b(?:(?: (?<day>{Day})(?![\d.]))?,?(?: del?(?: ano)?)? (?<year>\d{{4}})(?!\d)| (?<day>{Day})(?![\d.]| de))?");
    public static readonly Regex DatesInDigits =
        Of(@"(?<![\d.,/-])(?:(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})|(?<day>\d{1,2})(?<s>[/.-])(?<month>\d{1,2})\k<s>(?<year>\d{4}))(?![\d/-])");
    public static readonly Regex NumberTokens =
        Of(@"(?<code>\b(?=[a-z0-9-]*[0-9])(?=[a-z0-9-]*[a-z])(?!\d+[oa]\b)[a-z0-9]+(?:-[a-z0-9]+)*\b)|(?<![\d.,])(?<digits>\d{1,3}(?: " +
            @"\d{3})+(?![\d.,]*\d)|\d+(?:[.,'’]\d+)*)|(?<word>\b(?!y\b)[a-z]+\b)");
    public static readonly Regex Romans =
        Of(@"(?<![\p{L}\d])(?:[IVXLCDM]{2,}|(?<=\b(?:[Ss]iglos?|[Cc]apítulo|[Tt]ítulo|[Ll]ibro|[Tt]omo|[Pp]arte|[Gg]rado|[Ff]ase|[Nn]ivel|[Tt]ipo" +
            @"|\p{Lu}\p{Ll}+) )[IVX])(?![\p{L}\d])");
    public static readonly Regex Markup = Of(@"\*\*|__|`|\[(?<label>[^\]\n]{1,200})\]\([^)\n]{0,500}\)");
    public static readonly Regex Grouped = Of(@"(?<=\d)[.\u00A0\u202F](?=\d{3}(?!\d))");
    public static readonly Regex Premise =
        Of(@"^[^a-z]*(?:(?:y|pero|oye|hola|disculpe|disculpa|buenas)[ ,]+)*(?:por que(?: razon| motivo)?|a que se debe que|desde (?:cuando|que ano)|como es " +
            @"que|cual es (?:la razon|el motivo) (?:por (?:la|el) que|de que)|con que fin|cuanto (?=(?:me |se |le )?(?:cobra|cuesta|vale)|hay que " +
            @"pagar|debo pagar|toca pagar)) ?(?<clause>[^?]+)");
    public static readonly Regex OpeningAngle = Of(@"<(?=[\p{L}/|｜!?<_▁]|0x)");
    public static readonly Regex ClosingAngle = Of(@"(?<=[\p{L}\p{N}/|｜""'_▁?-])>");
    public static readonly Regex NestingTag =
        new(@"</?(?!(?:p|li|dt|dd|td|th|tr|thead|tbody|tfoot|colgroup|option|optgroup|br|hr|img|input|meta|link|source|wbr|col|area|base|embed|param|track" +
            @"|rp|rt)\b)[a-z]", Options | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10));

    /// <summary>The pattern of an entry of <c>spoken.txt</c>.</summary>
    public static Regex Spoken(string word, bool isAfterNumber) => Of(
        (isAfterNumber ? @"(?<=\d)\s*" : @"(?<![\p{L}\d])") + Regex.Escape(word)
            .Replace(@"\ ", @"\s?", StringComparison.Ordinal) + (char.IsLetter(word[^1]) ? @"(?![\p{L}\d])" : ""));

    private static Regex Of(string pattern) => new(pattern, Options, TimeSpan.FromSeconds(10));
}
