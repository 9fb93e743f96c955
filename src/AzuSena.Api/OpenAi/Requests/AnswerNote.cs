using AzuSena.Errors;
using AzuSena.Resources;

namespace AzuSena.Api.OpenAi.Requests;

/// <summary>Something of a request that was passed over.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Param">Its place in the request.</param>
/// <param name="Message">Why, in the language of the request's errors.</param>
public sealed record AnswerNote(string Code, string Param, string Message)
{
    private static readonly ResourceTexts Texts = new(typeof(AnswerNote));
    private static readonly ResourceTexts EnglishTexts = new(typeof(AnswerNote), "English");

    /// <summary>The note with the text of its code.</summary>
    internal static AnswerNote Of(string code, string param) => new(code, param, (MessageLanguage.IsEnglish ? EnglishTexts : Texts).Get(code));
}
