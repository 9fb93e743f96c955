using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Questions;

/// <summary>What a question asks for, as far as its wording shows.</summary>
public enum QuestionKind
{
    /// <summary>Something else: "qué pasa si…".</summary>
    Any,

    /// <summary>Whether something is so: "¿puedo…?", "¿es verdad que…?".</summary>
    YesNo,

    /// <summary>What something is: "¿qué es…?".</summary>
    Definition,

    /// <summary>An amount of money or a share: "¿cuánto cuesta?", "¿qué porcentaje?".</summary>
    Amount,

    /// <summary>A number of things: "¿cuántas regionales?".</summary>
    Count,

    /// <summary>A length of time or a deadline: "¿cuánto dura?", "¿en cuántos días?".</summary>
    Duration,

    /// <summary>A date: "¿cuándo?", "¿en qué año?".</summary>
    Date,

    /// <summary>A person or body: "¿quién?".</summary>
    Person,

    /// <summary>A place, page or office: "¿dónde?".</summary>
    Place,

    /// <summary>A law or other norm: "¿qué acuerdo…?".</summary>
    Norm,

    /// <summary>How something is done: "¿cómo me inscribo?", "¿qué hago?".</summary>
    Steps,

    /// <summary>An enumeration: "¿qué requisitos?", "¿cuáles son…?".</summary>
    List,

    /// <summary>A reason: "¿por qué?".</summary>
    Cause,

    /// <summary>A difference: "¿qué diferencia hay…?".</summary>
    Comparison,
}

/// <summary>Recognises the kind of a question.</summary>
public static partial class QuestionKinds
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    // The start of a clause, and what may stand there before the interrogative; elsewhere "cuando" or "como" is a conjunction.
    private const string Start =
        @"(?<lead>(^|[,;:.¿(] ?|\b(y|o|pero|que|entonces|saber|preguntar\w*|decir\w*|dime|explica\w*|hola|ahora) )"
        + @"((a|de|en|con|por|para|hasta|desde|ante|sobre|segun) )?)";

    // Of patterns that match at the same place the first counts.
    private static readonly (QuestionKind Kind, Regex Pattern)[] Patterns =
    [
        (QuestionKind.Comparison, Comparison()),
        (QuestionKind.Amount, Amount()),
        (QuestionKind.Duration, Duration()),
        (QuestionKind.Count, Count()),
        (QuestionKind.Date, Date()),
        (QuestionKind.Norm, Norm()),
        (QuestionKind.Place, Place()),
        (QuestionKind.Person, Person()),
        (QuestionKind.Definition, Definition()),
        (QuestionKind.Steps, Steps()),
        (QuestionKind.Any, SecondPerson()),
        (QuestionKind.List, Enumeration()),
        (QuestionKind.Cause, Cause()),
        (QuestionKind.Any, Anything()),
    ];

    /// <summary>
    /// The kind of a question: that of its first interrogative, after its first "¿" if it has one; without an interrogative it asks whether something is so.
    /// </summary>
    public static QuestionKind Of(string question)
    {
        var folded = SpanishAnalyzer.Fold(question[Math.Max(0, question.IndexOf('¿'))..]).Replace("¿ ", "¿", StringComparison.Ordinal);
        var (at, kind) = (int.MaxValue, QuestionKind.YesNo);
        foreach (var (candidate, pattern) in Patterns)
        {
            // "¿Con qué decreto…?" is found at "qué" by one pattern and at "con" by another.
            if (pattern.Match(folded) is { Success: true } match && match.Index + match.Groups["lead"].Length < at)
            {
                (at, kind) = (match.Index + match.Groups["lead"].Length, candidate);
            }
        }

        return kind;
    }

    /// <summary>The kind of question that a heading announces ("Cuánto dura", "Puedo tener…"); null if it announces none.</summary>
    public static QuestionKind? OfHeading(string heading)
    {
        var plain = heading.TrimStart('#', ' ', '¿');
        var kind = Of(plain);
        return kind is QuestionKind.YesNo && !AsksWhether().IsMatch(SpanishAnalyzer.Fold(plain)) ? null : kind;
    }

    [GeneratedRegex(
        @"\b((en que|que|cual es la|cuales son las|como) )?(diferencias?|(se )?diferencian?|(se )?distinguen?|lo mismo que|son lo mismo|es mejor)\b", Options)]
    private static partial Regex Comparison();

    [GeneratedRegex(
        @"\b(cuant[oa]s? ((es|se|me|le|les|nos|hay que|toca|debo|tengo que|plata|dinero|un|una) )*(cuesta|cuestan|vale|valen|cobran?|pagan?|pagar|gana|ganan"
        + @"|gano|plata|dinero|dan?|descuentan?|aporta\w*|reciben?|es el sueldo|sale|prestan?|equivale)|(que|cual es el|cual es la) (parte"
        + @"|porcentaje|precio|valor|tarifa|sueldo|salario|monto|costo)|cuanto (\w+ ){1,3}(cuesta|vale|gana|cobra|paga|pagan|cobran)|cuanto es)\b",
        Options)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\b(cuant[oa]s? (tiempo|dias|meses|anos|horas|semanas)|cuanto (\w+ ){0,5}(dura|duran|demora|demoran|tarda|tardan|durar)"
        + @"|que (plazo|duracion|intensidad)|hasta cuando|cada cuanto)\b",
        Options)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(cuant[oa]s?|que (numero|cantidad|edad)|desde que (edad|altura))\b", Options)]
    private static partial Regex Count();

    [GeneratedRegex(Start + @"(cuando|(que|cual) (es la )?(ano|fecha|dia|mes))\b", Options)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\b(que|cual|cuales) (es |son )?(el |la |las |los )?(ley|leyes|acuerdo|resolucion|decreto|articulo|norma|normas|circular)\b", Options)]
    private static partial Regex Norm();

    [GeneratedRegex(
        Start + @"(donde|adonde)\b|\b(en|a|por) que (pagina|portal|sitio|lugar|parte|ciudad|oficina|medio|plataforma)\b|\b(que|cual) regional\b", Options)]
    private static partial Regex Place();

    [GeneratedRegex(Start + @"(quien|quienes)\b", Options)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(que (es|son|significa|quiere decir)|en que consiste|que se (entiende|llama)|para que sirve)\b", Options)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"\b(cuales son|que) (los |las )?(requisitos|documentos|papeles|pasos|derechos|deberes|obligaciones|prohibiciones|faltas|servicios|beneficios|niveles"
        + @"|modalidades|alternativas|tipos|clases)\b|^¿?(requisitos|papeles)\b|\bcuales\b|" + Start + @"que \w{2,}[aeo]s\b",
        Options)]
    private static partial Regex Enumeration();

    // Verbs, and other words, that end like a plural noun.
    [GeneratedRegex(
        Start + @"que (mas|menos|antes|despues|tienes|puedes|debes|haces|ofreces|quieres|sabes|dices|eres|necesitas|das|pasas|recomiendas|ayudas|\w+mos)\b",
        Options)]
    private static partial Regex SecondPerson();

    [GeneratedRegex(Start + @"(como|que (hago|hacemos|tengo que|debo|hay que|toca|puedo hacer|se hace))\b|^¿?pasos\b|\bque pasos\b", Options)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\b(por que|a que se debe|con que fin)\b", Options)]
    private static partial Regex Cause();

    [GeneratedRegex(Start + @"(que|cual)\b", Options)]
    private static partial Regex Anything();

    [GeneratedRegex(@"^(se |puede|hay|es |tengo|debo)", Options)]
    private static partial Regex AsksWhether();
}
