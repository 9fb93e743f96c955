using System.Text.RegularExpressions;
using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Answering.Extraction;

/// <summary>The kind of thing that a question asks for, as far as its wording shows.</summary>
public enum AnswerType
{
    /// <summary>Not determined by the wording.</summary>
    Any,

    /// <summary>An amount: "cuánto", "qué porcentaje".</summary>
    Number,

    /// <summary>A time: "cuándo", "en qué año".</summary>
    Date,

    /// <summary>A person, body or place: "quién", "dónde".</summary>
    Name,

    /// <summary>Steps, requirements or other enumerations: "cómo me inscribo", "qué requisitos".</summary>
    List,
}

/// <summary>Determines a question's expected type and detects it in sentences.</summary>
public static partial class AnswerTypes
{
    /// <summary>The type that <paramref name="question"/> asks for.</summary>
    public static AnswerType Expected(string question)
    {
        var folded = SpanishAnalyzer.Fold(question);
        return DateQuestion().IsMatch(folded) ? AnswerType.Date
            : NumberQuestion().IsMatch(folded) ? AnswerType.Number
            : NameQuestion().IsMatch(folded) ? AnswerType.Name
            : ListQuestion().IsMatch(folded) ? AnswerType.List
            : AnswerType.Any;
    }

    /// <summary>Whether <paramref name="sentence"/> contains something of that type.</summary>
    public static bool IsIn(this AnswerType type, string sentence) => type switch
    {
        AnswerType.Number => sentence.Any(char.IsDigit) || NumberWord().IsMatch(sentence),
        AnswerType.Date => DigitsOfAYear().IsMatch(sentence) || DateWord().IsMatch(sentence),
        AnswerType.Name => HasName(sentence),
        AnswerType.List => sentence.Contains($"\n{PassageText.ItemMark}", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>Whether the question's wording asks for several things ("quiénes", "cuáles", "qué requisitos"), of any type.</summary>
    public static bool AsksForSeveral(string question)
    {
        var folded = SpanishAnalyzer.Fold(question);
        return Expected(question) is AnswerType.List || SeveralQuestion().IsMatch(folded);
    }

    [GeneratedRegex(
        @"\b(cuales|quienes|que (\w+ )?\w{3,}s|tod[oa]s l[oa]s|pasos|requisitos|papeles)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SeveralQuestion();

    [GeneratedRegex(
        @"\b(cuando|(que|cual|cuales) (\w+ )?(ano|anos|fecha|fechas|dia|mes|siglo|decada|epoca))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateQuestion();

    [GeneratedRegex(
        @"\b(cuant[oa]s?|(que|cual es el|cual es la) (porcentaje|cantidad|numero|edad|proporcion|duracion|tamano|valor|plazo|altura|longitud))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberQuestion();

    [GeneratedRegex(
        @"\b(quien|quienes|donde|adonde|como se llama|que (pais|ciudad|lugar|persona|entidad|ley|organizacion|empresa|region))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NameQuestion();

    [GeneratedRegex(
        @"\b(como (me|se (hace|pide|solicita|presenta|obtiene|saca|consigue|registra|inscribe)|hago|hacer|puedo|debo|pido|solicito|presento|obtengo|saco"
        + @"|consigo)|(que|cuales son los|cuales son las) (pasos|requisitos|documentos|papeles|derechos|deberes|obligaciones|prohibiciones|faltas|servicios"
        + @"|beneficios|niveles|modalidades|alternativas))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListQuestion();

    [GeneratedRegex(
        @"\b(dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|cien|ciento|mil|millón|millones"
        + @"|mitad|tercio|cuarto|doble)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"\d{3}", RegexOptions.NonBacktracking)]
    private static partial Regex DigitsOfAYear();

    [GeneratedRegex(
        @"\b(siglo|década|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|jueves"
        + @"|viernes|sábado|domingo|días?|mes(es)?|años?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateWord();

    // A capitalised word inside the sentence; the first word of every sentence is capitalised.
    private static bool HasName(string sentence)
    {
        var last = ' ';
        for (var i = 0; i < sentence.Length; i++)
        {
            if (i > 0 && char.IsUpper(sentence[i]) && last is not ('.' or '?' or '!' or '¿' or '¡') && WordBoundary.IsAt(sentence, i))
            {
                return true;
            }

            last = char.IsWhiteSpace(sentence[i]) ? last : sentence[i];
        }

        return false;
    }
}
