using System.Runtime.CompilerServices;
using AzuSena.Voice.Transcribing;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.AI;

namespace AzuSena.Testing.Voice;

/// <summary>
/// Hears tones: each height stands for a sentence, and silence for nothing. What lasts longer than a second is heard second by second, as a model gives
/// its segments. It can be held, so that a test knows that it is hearing.
/// </summary>
public sealed class SpeechDouble : ISpeechToTextClient, ISpeechModelLoader
{
    public const int Library = 440;
    public const string LibraryQuestion = "¿Cuándo abre la biblioteca?";
    public const int Card = 880;
    public const string CardQuestion = "¿Dónde se entrega el carné del aprendiz?";

    private const float Loud = 0.05f;

    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _hearing;
    private int _most;
    private int _calls;

    /// <summary>What is heard where a sound is no known tone.</summary>
    public string Otherwise { get; set; } = LibraryQuestion;

    /// <summary>Whether hearing waits for <see cref="Release"/>.</summary>
    public bool IsHeld { get; init; }

    /// <summary>What hearing fails with.</summary>
    public Exception? Failure { get; init; }

    public string Name => "doble";

    /// <summary>Ends when it hears for the first time.</summary>
    public Task Held => _held.Task;

    /// <summary>Ends when what it heard was cancelled.</summary>
    public Task Cancelled => _cancelled.Task;

    /// <summary>How many it heard at once, at most.</summary>
    public int Most => _most;

    /// <summary>How often it was asked to hear.</summary>
    public int Calls => _calls;

    /// <summary>The language it was last told.</summary>
    public string? Language { get; private set; }

    public void Release() => _released.TrySetResult();

    public Task<ISpeechToTextClient> LoadAsync(CancellationToken cancellationToken) => Task.FromResult<ISpeechToTextClient>(this);

    public Task<SpeechToTextResponse> GetTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingTextAsync(audioSpeechStream, options, cancellationToken).ToSpeechToTextResponseAsync(cancellationToken);

    public async IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
        Stream audioSpeechStream, SpeechToTextOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Language = options?.SpeechLanguage;
        Interlocked.Increment(ref _calls);
        _most = Math.Max(_most, Interlocked.Increment(ref _hearing));
        try
        {
            var clip = await WavReader.ReadClipAsync(audioSpeechStream, TimeSpan.FromHours(1), cancellationToken);
            await HoldAsync(cancellationToken);
            if (Failure is not null)
            {
                throw Failure;
            }

            var words = Hear(clip.Samples.Span).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var half = (words.Length + 1) / 2;
            foreach (var (index, part) in words.Chunk(Math.Max(1, half)).Index())
            {
                yield return new SpeechToTextResponseUpdate(string.Join(' ', part))
                {
                    Kind = SpeechToTextResponseUpdateKind.TextUpdated,
                    StartTime = index * clip.Duration / 2,
                    EndTime = (index + 1) * clip.Duration / 2,
                };
            }
        }
        finally
        {
            Interlocked.Decrement(ref _hearing);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        _held.TrySetResult();
        if (!IsHeld)
        {
            return;
        }

        try
        {
            await _released.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
    }

    // A tone rises through zero once in each of its waves, and its waves are all as long.
    private string Hear(ReadOnlySpan<float> samples)
    {
        var rises = new List<int>();
        var isLow = false;
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] > Loud && isLow)
            {
                rises.Add(i);
            }

            isLow = samples[i] < -Loud || (isLow && samples[i] <= Loud);
        }

        var waves = rises.Zip(rises.Skip(1), (first, second) => second - first).ToList();
        return rises.Count == 0 ? "" : IsTone(waves, Library) ? LibraryQuestion : IsTone(waves, Card) ? CardQuestion : Otherwise;
    }

    private static bool IsTone(List<int> waves, int hertz) =>
        waves.Count(wave => Math.Abs(wave - (AudioClip.SampleRate / (double)hertz)) < 2) > 0.9 * waves.Count;
}
