using System.Diagnostics;
using AzuSena.Evaluation;
using AzuSena.Models.ModelFiles;
using AzuSena.Whisper;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Ggml;

namespace AzuSena.Cli.Bench.Voice;

/// <summary>Compares speech to text with transformers.js: the same weights and the same samples, in turns, so that noise on the machine affects both.</summary>
internal sealed class VoiceBench(ModelStore store, Action<string> say)
{
    /// <summary>Runs all comparisons, with one model of each side in memory at a time.</summary>
    public async Task<VoiceReport> RunAsync(string clipFolder, IReadOnlyList<string> models, int rounds, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("azusena-bench-");
        try
        {
            var clips = await VoiceClip.ReadAsync(clipFolder, work.FullName, cancellationToken);
            var rows = new List<VoiceRow>();
            foreach (var model in models)
            {
                say($"{model}: {clips.Count} grabaciones, {rounds} turnos");
                rows.Add(await MeasureAsync(model, clips, rounds, work.FullName, cancellationToken));
            }

            return new VoiceReport(
                clips.Count,
                clips.Sum(clip => new AudioClip(clip.Samples).Duration.TotalSeconds),
                clips.Sum(clip => WordErrorRate.Words(clip.Said).Length),
                rounds, Environment.ProcessorCount, rows);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task<VoiceRow> MeasureAsync(string name, IReadOnlyList<VoiceClip> clips, int rounds, string work, CancellationToken cancellationToken)
    {
        var described = ModelCatalogue.Find(name);
        var original = await InstallAsync(described.Base?.Model ?? name, cancellationToken);
        var folder = await InstallAsync(name, cancellationToken);
        var detector = Path.Combine(await InstallAsync(ModelCatalogue.SpeechDetector, cancellationToken), "silero_vad.onnx");
        using var peer = await TransformersPeer.StartAsync(original, Directory.CreateDirectory(Path.Combine(work, name)).FullName, cancellationToken);
        var started = Stopwatch.StartNew();
        var before = Environment.WorkingSet;

        // At the same priority as the peer.
        using var model = Load(described, folder, new WhisperModelOptions { SpeechDetector = detector, LowPriority = false });
        var loadSeconds = started.Elapsed.TotalSeconds;

        // AzuSENA's model is warmed up by loading; the peer's is not.
        await peer.TranscribeAsync(clips[0], cancellationToken);
        var (own, other) = (new Side(), new Side());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (index, clip) in clips.Index())
            {
                // The second side finds the caches as the first left them, so each is second in every other round.
                if ((round + index) % 2 == 0)
                {
                    own.Add(clip, await TranscribeAsync(model, clip, cancellationToken));
                    other.Add(clip, await peer.TranscribeAsync(clip, cancellationToken));
                }
                else
                {
                    other.Add(clip, await peer.TranscribeAsync(clip, cancellationToken));
                    own.Add(clip, await TranscribeAsync(model, clip, cancellationToken));
                }
            }
        }

        double[] ratios = [.. own.Seconds.Zip(other.Seconds, (ours, theirs) => ours / theirs)];
        return new VoiceRow(
            name,
            own.Figures(clips, loadSeconds, Environment.WorkingSet - before),
            other.Figures(clips, peer.LoadSeconds, peer.MemoryBytes),
            new RoundRatios(InterleavedRounds.Quantile(ratios, 0.5), InterleavedRounds.Quantile(ratios, 0.25), InterleavedRounds.Quantile(ratios, 0.75)));
    }

    private static WhisperModel Load(CatalogueModel described, string folder, WhisperModelOptions options) => described.Base is null
        ? WhisperModel.Load(folder, options)
        : GgmlModel.Load(Path.Combine(folder, described.Files.Single().Name), options);

    private async Task<string> InstallAsync(string name, CancellationToken cancellationToken)
    {
        var model = ModelCatalogue.Find(name);
        await store.InstallAsync(model, from: null, progress: null, cancellationToken);
        return store.FolderOf(model);
    }

    private static async Task<Heard> TranscribeAsync(WhisperModel model, VoiceClip clip, CancellationToken cancellationToken)
    {
        var before = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.StartNew();
        var segments = await model
            .TranscribeAsync(new AudioClip(clip.Samples), cancellationToken: cancellationToken)
            .Select(segment => segment.Text)
            .ToListAsync(cancellationToken);
        return new Heard(string.Join(' ', segments), started.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private sealed class Side
    {
        private int _errors;
        private int _words;

        public List<double> Seconds { get; } = [];

        public List<double> Processor { get; } = [];

        public void Add(VoiceClip clip, Heard answer)
        {
            Seconds.Add(answer.Seconds);
            Processor.Add(answer.ProcessorSeconds);
            _errors += WordErrorRate.Errors(clip.Said, answer.Text);
            _words += WordErrorRate.Words(clip.Said).Length;
        }

        public VoiceFigures Figures(IReadOnlyList<VoiceClip> clips, double loadSeconds, long memory)
        {
            var audio = clips.Sum(clip => new AudioClip(clip.Samples).Duration.TotalSeconds);
            double PerSecond(List<double> spent) => InterleavedRounds.Quantile(spent.Chunk(clips.Count).Select(round => round.Sum() / audio), 0.5);
            return new VoiceFigures(
                (double)_errors / _words,
                PerSecond(Seconds),
                PerSecond(Processor),
                loadSeconds,
                memory);
        }
    }
}
