using System.Runtime.CompilerServices;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.AI;

namespace AzuSena.Whisper;

/// <summary>
/// A Whisper model as a Microsoft.Extensions.AI client: WAV in, text out. Each finished segment is an update with its times; without speech there is none, and
/// the text is empty. Safe for concurrent use.
/// </summary>
/// <param name="model">The model; the caller disposes it.</param>
/// <param name="options">The transcription options, unless a call overrides them; null for <see cref="WhisperOptions.Default"/>.</param>
/// <remarks>
/// Of <see cref="SpeechToTextOptions"/> only <c>SpeechLanguage</c> is used: a code such as <c>es</c> or <c>es-CO</c>, or <c>auto</c> to detect the language.
/// <c>TextLanguage</c>, if set, must be the same language: nothing is translated.
/// </remarks>
public sealed class WhisperSpeechToTextClient(WhisperModel model, WhisperOptions? options = null) : ISpeechToTextClient
{
    /// <summary>Key of the language's code in <c>AdditionalProperties</c>.</summary>
    public const string LanguageKey = "language";

    /// <summary>Key of <see cref="TranscribedSegment.AverageLogProbability"/> in <c>AdditionalProperties</c>.</summary>
    public const string LogProbabilityKey = "avg_logprob";

    /// <summary>Key of <see cref="TranscribedSegment.NoSpeechProbability"/> in <c>AdditionalProperties</c>.</summary>
    public const string NoSpeechKey = "no_speech_prob";

    private const string Provider = "azusena-whisper";
    private const string Detect = "auto";

    // A day: the provider of the stream limits the length of one call.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly SpeechToTextClientMetadata _metadata = new(Provider, defaultModelId: model.Name);

    /// <inheritdoc/>
    /// <exception cref="AudioException">The stream is not a WAV file, or is damaged.</exception>
    /// <exception cref="ArgumentException">The model does not support the language.</exception>
    public Task<SpeechToTextResponse> GetTextAsync(
        Stream audioSpeechStream,
        SpeechToTextOptions? options = null,
        CancellationToken cancellationToken = default) =>
        FoldAsync(GetStreamingTextAsync(audioSpeechStream, options, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="AudioException">The stream is not a WAV file, or is damaged.</exception>
    /// <exception cref="ArgumentException">The model does not support the language.</exception>
    public async IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
        Stream audioSpeechStream,
        SpeechToTextOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audioSpeechStream);
        var chosen = Choose(options);
        var clip = await WavReader.ReadClipAsync(audioSpeechStream, Longest, cancellationToken);
        var response = Guid.NewGuid().ToString("N");
        var isFirst = true;
        await foreach (var segment in model.TranscribeAsync(clip, chosen, cancellationToken))
        {
            yield return Update(segment, response, isFirst);
            isFirst = false;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(SpeechToTextClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(model) ? model
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The model is shared; its owner disposes it.
    }

    private WhisperOptions Choose(SpeechToTextOptions? call)
    {
        var chosen = options ?? WhisperOptions.Default;
        var language = Code(call?.SpeechLanguage) is { } spoken ? (spoken == Detect ? null : spoken) : chosen.Language;
        return Code(call?.TextLanguage) is { } text && text != language
            ? throw new ArgumentException($"Nothing is translated: the text's language cannot be {text}.", nameof(call))
            : chosen with { Language = language };
    }

    private SpeechToTextResponseUpdate Update(TranscribedSegment segment, string response, bool isFirst) =>
        new([new TextContent(isFirst ? segment.Text : " " + segment.Text)])
        {
            Kind = SpeechToTextResponseUpdateKind.TextUpdated,
            ResponseId = response,
            ModelId = model.Name,
            StartTime = segment.Start,
            EndTime = segment.End,
            RawRepresentation = segment,
            AdditionalProperties = new AdditionalPropertiesDictionary
            {
                [LanguageKey] = segment.Language,
                [LogProbabilityKey] = segment.AverageLogProbability,
                [NoSpeechKey] = segment.NoSpeechProbability,
            },
        };

    private static async Task<SpeechToTextResponse> FoldAsync(IAsyncEnumerable<SpeechToTextResponseUpdate> updates, CancellationToken cancellationToken) =>
        await updates.ToSpeechToTextResponseAsync(cancellationToken);

    private static string? Code(string? language) => string.IsNullOrWhiteSpace(language) ? null : language.Trim().Split('-', '_')[0].ToLowerInvariant();
}
