using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AzuSena.Api.Answers.Live;

/// <summary>Writes the step, with its number as one more member.</summary>
internal sealed class SentEventConverter : JsonConverter<SentEvent>
{
    // A comma, the name, a colon, a number of ten digits and the bracket.
    private const int LongestNumber = 32;

    /// <summary>The name of the member.</summary>
    public const string Member = "sequence";

    public override void Write(Utf8JsonWriter writer, SentEvent value, JsonSerializerOptions options)
    {
        if (value.Sequence is not { } sequence)
        {
            JsonSerializer.Serialize(writer, value.Event, options);
            return;
        }

        var step = JsonSerializer.SerializeToUtf8Bytes(value.Event, options).AsSpan();
        var whole = new byte[step.Length + LongestNumber];
        step[..^1].CopyTo(whole);
        var written = Encoding.UTF8.GetBytes(FormattableString.Invariant($",\"{Member}\":{sequence}}}"), whole.AsSpan(step.Length - 1));
        writer.WriteRawValue(whole.AsSpan(0, step.Length - 1 + written), skipInputValidation: true);
    }

    public override SentEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are only written.");
}
