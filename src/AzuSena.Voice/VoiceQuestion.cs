using AzuSena.Answers;
using AzuSena.Errors;

namespace AzuSena.Voice;

/// <summary>What belongs to a spoken question beside its sound: the same as to a written one beside its text.</summary>
/// <param name="MaxDocs">How many passages the answer may draw on; null for the service's own setting.</param>
/// <param name="ConversationId">The conversation that it belongs to, if any.</param>
/// <param name="Owner">Who asks, where callers are told apart.</param>
/// <param name="PromptVariant">The variant of the prompt that a model is to answer with.</param>
/// <param name="Language">The language spoken, as <c>es</c>; <c>auto</c> to detect it; null for the service's own setting.</param>
public sealed record VoiceQuestion(int? MaxDocs = null, string? ConversationId = null, string? Owner = null, string? PromptVariant = null, string? Language = null)
{
    private const int MaxLanguageLength = 16;

    /// <summary>Checks it before the sound has come.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>, with what to change.</exception>
    public void Check()
    {
        Ask("voz");
        if (Language is { } language && (language.Length is < 2 or > MaxLanguageLength || !language.All(char.IsAsciiLetterLower)))
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("LanguageInvalid"));
        }
    }

    /// <summary>The question with what was heard as its text.</summary>
    /// <exception cref="AzuSenaException">It cannot be asked; the message says what to change.</exception>
    public Question Ask(string text) => Question.Create(text, MaxDocs, ConversationId, Owner, PromptVariant);
}
