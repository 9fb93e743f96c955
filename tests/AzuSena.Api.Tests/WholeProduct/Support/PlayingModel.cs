using AzuSena.Spanish;
using AzuSena.Testing.Models;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>
/// The script of a model that plays every part the product gives it: it answers from the first passage and cites it, judges, rewrites, names
/// conversations and greets. Its answers hold a sentence in words of its own, so that the judge is asked.
/// </summary>
internal static class PlayingModel
{
    private const string OwnWords = "Con eso se aclara la duda de quien pregunta [1].";

    public static ModelScript Play(ModelRequest request) => ModelScript.Of(Tokens(Reply(request)));

    private static string Reply(ModelRequest request)
    {
        var system = request.Messages is [var first, ..] ? first : "";
        return system switch
        {
            _ when system.Contains("Compruebas si un pasaje", StringComparison.Ordinal) => "no",
            _ when system.Contains("Reescribes preguntas", StringComparison.Ordinal) => After(request.LastQuestion, "Última pregunta: "),
            _ when system.Contains("Pones títulos", StringComparison.Ordinal) => "Preguntas sobre el SENA",
            _ when system.Contains("La persona saluda", StringComparison.Ordinal) => "¡Hola! Pregúntame sobre el SENA.",
            _ => $"{FirstSentence(request.LastQuestion)} [1]. {OwnWords}",
        };
    }

    private static string FirstSentence(string message)
    {
        var body = After(message, "[1] ") is var passage && passage.IndexOf('\n') is >= 0 and var line ? passage[(line + 1)..] : "";
        var sentences = SentenceSplitter.Split(body).Select(range => body[range].Trim());
        return sentences.FirstOrDefault(text => text.EndsWith('.') && !text.Contains('\n'))?.TrimEnd('.') ?? "No lo encontré en los documentos que tengo";
    }

    private static string After(string text, string mark) => text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? text[(at + mark.Length)..] : "";

    private static IEnumerable<string> Tokens(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(' ', start + 1) is > 0 and var space ? space : text.Length;
            yield return text[start..end];
            start = end;
        }
    }
}
