using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Premises;

/// <summary>Finds a question's presupposition: "¿Por qué el SENA cobra matrícula?" presupposes that SENA does.</summary>
internal static partial class Premise
{
    /// <summary>The presupposed clause, or null if the question's form has none.</summary>
    public static string? Of(string question)
    {
        var folded = FoldedText.Of(question);
        return Form().Match(folded.Value) is { Success: true } match && match.Groups["clause"] is { Length: > 0 } clause
            ? question[folded.Original(clause.Index, clause.Index + clause.Length)]
            : null;
    }

    /// <summary>Whether the question asks for a price, which it may suppose to exist but does not assert ("¿Cuánto cuesta?").</summary>
    public static bool IsPrice(string question) => Form().Match(FoldedText.Of(question).Value).Groups["price"].Success;

    [GeneratedRegex(
        @"^[^a-z]*(?:(?:y|pero|oye|hola|disculpe|disculpa|buenas)[ ,]+)*(?:(?:por que(?: razon| motivo)?|a que se debe que|desde (?:cuando|que ano)"
        + @"|como es que|cual es (?:la razon|el motivo) (?:por (?:la|el) que|de que)|con que fin) ?(?<clause>[^?]+)"
        + @"|(?<price>cuanto) (?<clause>(?:(?:me |se |le )?(?:cobra|cuesta|vale)|hay que pagar|debo pagar|toca pagar)[^?]*)"
        + @"|(?:como|donde|cuando|en que fecha|por que medio) (?<clause>(?:se |puedo |debo |hay que |hago para |toca )?"
        + @"(?:pago|paga|pagar|cancelo|cancelar)[^?]*)"
        + @"|como (?<clause>(?:el|la|los|las|ya|en|no|me|nos|se|mi|si|es|son|todo|toda|todos|todas|ustedes|desde|segun) [^,?¿]+), ?¿[^?]*\?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
