using System.Globalization;
using System.Security.Claims;
using AzuSena.Api.Security;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Recordings;

namespace AzuSena.Api.Voice;

/// <summary>A recording that came with a form, and the form's fields.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="Question">What belongs to the question beside its sound, checked.</param>
/// <param name="Fields">The other fields, by name.</param>
internal sealed record VoiceForm(Recording Recording, VoiceQuestion Question, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field's text; null where it is missing or empty.</summary>
    public string? Field(string name) => Find(Fields, name);

    /// <summary>A form of these parts.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>, with what to change.</exception>
    public static VoiceForm Create(Recording recording, IReadOnlyDictionary<string, string> fields, ClaimsPrincipal caller)
    {
        var question = new VoiceQuestion(
            MaxDocs(Find(fields, "max_docs")), Find(fields, "conversation_id"), ApiKeyOwner.Of(caller), Find(fields, "prompt_variant"), Find(fields, "language"));
        question.Check();
        return new VoiceForm(recording, question, fields);
    }

    // A form cannot say null; browsers write the word.
    private static string? Find(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text) && text is not ("" or "null") ? text : null;

    // What is no number is refused like a number out of range.
    private static int? MaxDocs(string? text) => text is null ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
