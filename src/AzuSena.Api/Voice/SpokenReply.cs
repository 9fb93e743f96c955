using AzuSena.Api.Answers.Live;
using AzuSena.Errors;
using AzuSena.Voice.Speaking;

namespace AzuSena.Api.Voice;

/// <summary>
/// Reads a text aloud, streaming the audio. A failure before the first sound is an error; after it the connection is aborted, so that a part is not taken for
/// the whole.
/// </summary>
internal sealed class SpokenReply(Speaker speaker, VoiceSlots slots, ILogger<SpokenReply> log)
{
    /// <summary>Sends the sound of a text.</summary>
    /// <exception cref="AzuSenaException">The text cannot be read aloud.</exception>
    public async Task SendAsync(HttpContext context, string? text, CancellationToken cancellationToken)
    {
        using var slot = slots.EnterSpeech(Asker.Of(context).Address);
        using var speech = await speaker.SpeakAsync(text, cancellationToken);
        context.Response.ContentType = "audio/wav";
        try
        {
            await speech.WriteToAsync(context.Response.Body, cancellationToken);
        }
        catch (Exception exception) when (context.Response.HasStarted)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                Log.SpeechBroke(log, exception);
            }

            context.Abort();
        }
    }
}
