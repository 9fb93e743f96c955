using AzuSena.Answers;
using AzuSena.Errors;

namespace AzuSena.Voice;

/// <summary>The parameters of a spoken question, the same as those of a written one.</summary>
/// <param name="MaxDocs">The maximum number of passages for the answer; null for the service's own setting.</param>
/// <param name="ConversationId">The conversation that it belongs to, if any.</param>
/// <param name="Owner">The caller, if callers are distinguished.</param>
/// <param name="PromptVariant">The prompt variant for the model.</param>
/// <param name="Language">The spoken language, such as <c>es</c>; <c>auto</c> to detect it; null for the service's own setting.</param>
public sealed record VoiceQuestion(
    int? MaxDocs = null,
    string? ConversationId = null,
    string? Owner = null,
    string? PromptVariant = null,
    string? Language = null)
{
    private const int MaxLanguageLength = 16;

    /// <summary>Validates the parameters before the upload.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>; the message says what to change.</exception>
    public void Check()
    {
        Ask("voz");
        if (Language is { } language && (language.Length is < 2 or > MaxLanguageLength || !language.All(char.IsAsciiLetterLower)))
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("LanguageInvalid"));
        }
    }

    /// <summary>Creates the question with the transcription as its text.</summary>
    /// <exception cref="AzuSenaException">The question is invalid; the message says what to change.</exception>
    public Question Ask(string text) => Question.Create(text, MaxDocs, ConversationId, Owner, PromptVariant);
}
