using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Api.Bodies;
using AzuSena.Api.Security;
using AzuSena.Voice;
using AzuSena.Voice.Live;

namespace AzuSena.Api.Voice;

/// <summary>The format and question settings of a live call: an object, or the audio format alone.</summary>
/// <param name="Format">The audio format; required only for <c>pcm16</c>.</param>
/// <param name="SampleRate">Samples per second of <c>pcm16</c>.</param>
/// <param name="Language">The language spoken.</param>
/// <param name="ConversationId">The conversation it belongs to, if any.</param>
/// <param name="MaxDocs">How many passages the answer may use.</param>
/// <param name="PromptVariant">The prompt variant that a model must answer with.</param>
/// <param name="Resumable">Whether the answer continues for a while when the connection is cut.</param>
public sealed record VoiceCall(
    string? Format = null,
    int? SampleRate = null,
    string? Language = null,
    string? ConversationId = null,
    int? MaxDocs = null,
    string? PromptVariant = null,
    bool Resumable = false)
{
    /// <summary>The audio format.</summary>
    internal LiveFormat Sound => new(Format?.ToLowerInvariant(), SampleRate);

    /// <summary>The validated data of the question.</summary>
    /// <exception cref="AzuSena.Errors.AzuSenaException">The question is invalid; the message says what to change.</exception>
    internal VoiceQuestion ToQuestion(ClaimsPrincipal? caller)
    {
        var question = new VoiceQuestion(MaxDocs, ConversationId, ApiKeyOwner.Of(caller), PromptVariant, Language);
        question.Check();
        return question;
    }
}

/// <summary>Reads a <see cref="VoiceCall"/> as leniently as a written question: a call that SignalR cannot bind would get no reply at all.</summary>
internal sealed class VoiceCallConverter : JsonConverter<VoiceCall>
{
    public override bool HandleNull => true;

    public override VoiceCall Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.String => new VoiceCall(root.AsText()),
            JsonValueKind.Object => new VoiceCall(
                root.TextOf("format"),
                root.NumberOf("sample_rate"),
                root.TextOf("language"),
                root.TextOf("conversation_id"),
                root.NumberOf("max_docs"),
                root.TextOf("prompt_variant"),
                root.IsTrue("resumable")),
            _ => new VoiceCall(),
        };
    }

    public override void Write(Utf8JsonWriter writer, VoiceCall value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Calls are only read.");
}
