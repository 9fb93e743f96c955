using System.Globalization;
using System.Security.Claims;
using AzuSena.Api.Security;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Recordings;

namespace AzuSena.Api.Voice;

/// <summary>A recording that came with a form, and the form's fields.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="Fields">The other fields, by name.</param>
internal sealed record VoiceForm(Recording Recording, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field's text; null where it is missing or empty.</summary>
    public string? Field(string name) => Fields.TryGetValue(name, out var text) && text.Length > 0 ? text : null;

    /// <summary>What belongs to the question beside its sound.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>, with what to change.</exception>
    public VoiceQuestion ToQuestion(ClaimsPrincipal caller)
    {
        var question = new VoiceQuestion(MaxDocs(), Field("conversation_id"), ApiKeyOwner.Of(caller), Field("prompt_variant"), Field("language"));
        question.Check();
        return question;
    }

    // What is no number is refused like a number out of range.
    private int? MaxDocs() => Field("max_docs") is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
