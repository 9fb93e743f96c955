using System.Globalization;
using System.Security.Claims;
using AzuSena.Api.Security;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Recordings;

namespace AzuSena.Api.Voice;

/// <summary>A recording sent in a form, with the form's other fields.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="Question">The validated data of the question other than its audio.</param>
/// <param name="Fields">The other fields, by name.</param>
internal sealed record VoiceForm(Recording Recording, VoiceQuestion Question, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field's text; null if it is missing or empty.</summary>
    public string? Field(string name) => Find(Fields, name);

    /// <summary>Creates a form from these parts.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>, with what to change.</exception>
    public static VoiceForm Create(Recording recording, IReadOnlyDictionary<string, string> fields, ClaimsPrincipal caller)
    {
        var question = new VoiceQuestion(
            MaxDocs(Find(fields, "max_docs")),
            Find(fields, "conversation_id"),
            ApiKeyOwner.Of(caller),
            Find(fields, "prompt_variant"),
            Find(fields, "language"));
        question.Check();
        return new VoiceForm(recording, question, fields);
    }

    // A form cannot express null; browsers send the word.
    private static string? Find(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text) && text is not ("" or "null") ? text : null;

    // A value that is not a number is refused like a number out of range.
    private static int? MaxDocs(string? text) =>
        text is null ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
