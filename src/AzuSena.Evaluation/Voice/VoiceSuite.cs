using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Runs;
using AzuSena.Voice;
using AzuSena.Voice.Recordings;
using AzuSena.Voice.Speaking;
using AzuSena.Voice.Transcribing;

namespace AzuSena.Evaluation.Voice;

/// <summary>The suite <c>voice</c>: transcriptions of human recordings, and of questions read by eSpeak NG, which are asked as transcribed.</summary>
public static class VoiceSuite
{
    private const int MaxQuestions = 4;

    private static readonly string[] Kinds = [".ogg", ".wav", ".mp3", ".flac", ".webm", ".m4a"];

    /// <summary>Adds the recordings to a run, or the reason why there are none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="recordings">Folder of recordings, each with its transcript beside it (<c>001.ogg</c> and <c>001.txt</c>).</param>
    /// <param name="set">The questions, some of which are spoken.</param>
    /// <param name="options">The settings of the product.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<EvaluationRun> AddAsync(
        EvaluationRun run,
        string recordings,
        EvaluationSet set,
        RunOptions options,
        CancellationToken cancellationToken)
    {
        var files = Directory.Exists(recordings) ? Directory.GetFiles(recordings).Where(IsTranscribed).Order(StringComparer.Ordinal).ToArray() : [];
        if (files.Length == 0)
        {
            return run.Without("voice", $"no hay grabaciones con su transcripción en {recordings}.");
        }

        await using var product = await EvaluatedProduct.CreateAsync(options with { WithTypos = false }, set.Paragraphs, withheld: [], cancellationToken);
        var model = product.Get<SpeechModel>();
        if (!await model.TryLoadAsync(cancellationToken) || model.Status.State is VoiceState.Off)
        {
            return run.Without("voice", model.Status.Problem ?? "está apagada (Voice__Enabled=false).");
        }

        try
        {
            var clips = new List<ClipOutcome>();
            foreach (var file in files)
            {
                await using var sound = File.OpenRead(file);
                clips.Add(ClipOutcome.Of(
                    Path.GetFileName(file),
                    await File.ReadAllTextAsync(Path.ChangeExtension(file, ".txt"), cancellationToken),
                    await HearAsync(product, sound, cancellationToken)));
            }

            await foreach (var question in SpokenAsync(product, set, cancellationToken))
            {
                clips.Add(question);
            }

            return run with { Clips = clips };
        }
        catch (AzuSenaException exception) when (exception.Code is ErrorCode.AudioUnsupported)
        {
            return run.Without("voice", exception.Message);
        }
    }

    private static async IAsyncEnumerable<ClipOutcome> SpokenAsync(
        EvaluatedProduct product, EvaluationSet set, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var facts = set.Questions.Where(question => question is { Kind: "fact", IsAnswerable: true, Documents.Count: > 0 }).ToArray();
        var step = Math.Max(1, facts.Length / MaxQuestions);
        foreach (var question in facts.Where((_, index) => index % step == 0).Take(MaxQuestions))
        {
            using var sound = await SpeakAsync(product, question.Question, cancellationToken);
            if (sound is null)
            {
                yield break;
            }

            var heard = await HearAsync(product, sound, cancellationToken);
            var outcome = heard.Length == 0 ? null : await product.AskAsync(question with { Question = heard }, index: 0, cancellationToken);
            yield return ClipOutcome.Of(question.Id, question.Question, heard, outcome?.CitedRight > 0, isQuestion: true);
        }
    }

    // Without eSpeak NG only the recordings are measured.
    private static async Task<MemoryStream?> SpeakAsync(EvaluatedProduct product, string text, CancellationToken cancellationToken)
    {
        try
        {
            using var speech = await product.Get<Speaker>().SpeakAsync(text, cancellationToken);
            var sound = new MemoryStream();
            await speech.WriteToAsync(sound, cancellationToken);
            sound.Position = 0;
            return sound;
        }
        catch (AzuSenaException exception) when (exception.Code is ErrorCode.SpeechUnavailable)
        {
            return null;
        }
    }

    private static async Task<string> HearAsync(EvaluatedProduct product, Stream sound, CancellationToken cancellationToken)
    {
        using var recording = await product.Get<RecordingIntake>().ReceiveAsync(sound, cancellationToken);
        var text = "";
        await foreach (var heard in product.Get<Transcriber>().TranscribeAsync(recording, language: null, silenceIsText: true, cancellationToken))
        {
            text = (heard as TranscriptionCompleted)?.Transcription.Text ?? text;
        }

        return text;
    }

    private static bool IsTranscribed(string file) => Kinds.Contains(Path.GetExtension(file)) && File.Exists(Path.ChangeExtension(file, ".txt"));
}
