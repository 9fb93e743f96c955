using System.ComponentModel.DataAnnotations;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using AzuSena.Voice.Transcribing;

namespace AzuSena.Voice;

/// <summary>The settings of spoken questions and of reading aloud.</summary>
public sealed class VoiceOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Voice";

    /// <summary>The value for detecting the spoken language.</summary>
    internal const string DetectLanguage = "auto";

    /// <summary>Whether spoken questions are accepted.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>What computes the model: <c>onnx</c>, <c>whisper.net</c>, or <c>auto</c> for the better one of those installed.</summary>
    /// <value>The default is <c>auto</c>.</value>
    [RegularExpression("^(auto|onnx|whisper\\.net)$", ErrorMessage = "Voice__Engine debe ser auto, onnx o whisper.net.")]
    public string Engine { get; set; } = SpeechEngine.Auto;

    /// <summary>The speech recognition model, by its name in the catalogue of models, or the path of a ggml file.</summary>
    /// <value>The default is <c>whisper-small</c>.</value>
    [Required(ErrorMessage = "Voice__Model debe nombrar un modelo de ./azusena models list o un archivo ggml.")]
    public string Model { get; set; } = ModelCatalogue.DefaultSpeech;

    /// <summary>Folder of a Whisper model in ONNX or ggml; it takes precedence over the downloaded one.</summary>
    /// <value>The default is empty.</value>
    public string ModelDirectory { get; set; } = "";

    /// <summary>The spoken language, such as <c>es</c>; <c>auto</c> to detect it.</summary>
    /// <value>The default is <c>es</c>.</value>
    [RegularExpression("^([a-z]{2,3}|auto)$", ErrorMessage = "Voice__Language debe ser un código de idioma como es, o auto.")]
    public string Language { get; set; } = "es";

    /// <summary>Words that the model is to expect, as if they preceded the recording; empty for none.</summary>
    /// <value>The default names the SENA and its services, so that they are spelled correctly.</value>
    public string Prompt { get; set; } =
        "Preguntas de aprendices al SENA sobre SOFIA Plus, SENNOVA, Tecnoparque, el Fondo Emprender, la etapa productiva, técnicos y tecnólogos.";

    /// <summary>The number of processors for transcribing one recording.</summary>
    /// <value>The default is all of them, at most 4; text answers have priority anyway.</value>
    [Range(1, 64, ErrorMessage = "Voice__Threads debe ser un número entero de 1 a 64.")]
    public int Threads { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>The silence after which live speech has ended, in milliseconds.</summary>
    /// <value>The default is 1000.</value>
    [Range(200, 10_000, ErrorMessage = "Voice__PauseMilliseconds debe ser un número entero de 200 a 10000.")]
    public int PauseMilliseconds { get; set; } = 1000;

    /// <summary>The longest recording, in seconds.</summary>
    /// <value>The default is 120.</value>
    [Range(1, 3600, ErrorMessage = "Voice__MaxSeconds debe ser un número entero de 1 a 3600.")]
    public int MaxSeconds { get; set; } = 120;

    /// <summary>The largest recording, in bytes.</summary>
    /// <value>The default is 25 MB.</value>
    [Range(1024, 1 << 30, ErrorMessage = "Voice__MaxBytes debe ser un número entero de 1024 a 1073741824.")]
    public int MaxBytes { get; set; } = 25 << 20;

    /// <summary>The maximum time of an upload, in seconds.</summary>
    /// <value>The default is 60.</value>
    [Range(1, 3600, ErrorMessage = "Voice__UploadSeconds debe ser un número entero de 1 a 3600.")]
    public int UploadSeconds { get; set; } = 60;

    /// <summary>The minimum speed of an upload, in bytes per second, averaged over <see cref="StallSeconds"/>; 0 to detect stalls only.</summary>
    /// <value>The default is 1024: less than the lowest bit rate of telephone speech.</value>
    [Range(0, 1 << 20, ErrorMessage = "Voice__MinUploadRate debe ser un número entero de 0 a 1048576.")]
    public int MinUploadRate { get; set; } = 1024;

    /// <summary>How long a client that sends a recording, or receives speech, may keep the service waiting, in seconds.</summary>
    /// <value>The default is 10.</value>
    [Range(1, 600, ErrorMessage = "Voice__StallSeconds debe ser un número entero de 1 a 600.")]
    public int StallSeconds { get; set; } = 10;

    /// <summary>The maximum number of recordings that are uploaded, waiting or transcribed; further ones are rejected.</summary>
    /// <value>The default is 32.</value>
    [Range(1, 10_000, ErrorMessage = "Voice__MaxRecordings debe ser un número entero de 1 a 10000.")]
    public int MaxRecordings { get; set; } = 32;

    /// <summary>The maximum number of them per client address; 0 for no limit.</summary>
    /// <value>The default is 8.</value>
    [Range(0, 10_000, ErrorMessage = "Voice__RecordingsPerAddress debe ser un número entero de 0 a 10000.")]
    public int RecordingsPerAddress { get; set; } = 8;

    /// <summary>The number of recordings transcribed at once.</summary>
    /// <value>The default is 1: transcription is CPU-bound, and text answers need the processors too.</value>
    [Range(1, 64, ErrorMessage = "Voice__MaxConcurrent debe ser un número entero de 1 a 64.")]
    public int MaxConcurrent { get; set; } = 1;

    /// <summary>The maximum number of uploaded recordings that wait; further ones are rejected.</summary>
    /// <value>The default is 8.</value>
    [Range(0, 1000, ErrorMessage = "Voice__MaxWaiting debe ser un número entero de 0 a 1000.")]
    public int MaxWaiting { get; set; } = 8;

    /// <summary>The maximum time from the end of the upload to the end of the transcription, in seconds.</summary>
    /// <value>The default is 120.</value>
    [Range(1, 3600, ErrorMessage = "Voice__TimeoutSeconds debe ser un número entero de 1 a 3600.")]
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>Folder for recordings during transcription; empty for the system's temporary folder.</summary>
    /// <value>The default is empty.</value>
    public string TempDirectory { get; set; } = "";

    /// <summary>The program that decodes formats other than WAV.</summary>
    /// <value>The default is <c>ffmpeg</c>.</value>
    [Required(ErrorMessage = "Voice__Ffmpeg debe nombrar el programa ffmpeg.")]
    public string Ffmpeg { get; set; } = "ffmpeg";

    /// <summary>The program that reads texts aloud.</summary>
    /// <value>The default is <c>espeak-ng</c>.</value>
    [Required(ErrorMessage = "Voice__Espeak debe nombrar el programa espeak-ng.")]
    public string Espeak { get; set; } = "espeak-ng";

    /// <summary>The maximum duration of a text read aloud, in seconds.</summary>
    /// <value>The default is 600: the longest text takes seven minutes.</value>
    [Range(1, 3600, ErrorMessage = "Voice__MaxSpeechSeconds debe ser un número entero de 1 a 3600.")]
    public int MaxSpeechSeconds { get; set; } = 600;

    /// <summary>The maximum time that the speech program may stall, and that a text may wait for its place, in seconds.</summary>
    /// <value>The default is 20: the program takes a second for ten minutes of speech.</value>
    [Range(1, 600, ErrorMessage = "Voice__SpeechTimeoutSeconds debe ser un número entero de 1 a 600.")]
    public int SpeechTimeoutSeconds { get; set; } = 20;

    /// <summary>The maximum number of texts read aloud at once, each until its sound has been sent.</summary>
    /// <value>The default is 32: one that waits for its client uses no processor.</value>
    [Range(1, 1000, ErrorMessage = "Voice__MaxSpeeches debe ser un número entero de 1 a 1000.")]
    public int MaxSpeeches { get; set; } = 32;

    /// <summary>The maximum number of them per client address; 0 for no limit.</summary>
    /// <value>The default is 16.</value>
    [Range(0, 1000, ErrorMessage = "Voice__SpeechesPerAddress debe ser un número entero de 0 a 1000.")]
    public int SpeechesPerAddress { get; set; } = 16;

    /// <summary>The minimum speed of receiving speech, in bytes per second, averaged over <see cref="StallSeconds"/>; 0 to detect stalls only.</summary>
    /// <value>The default is 8192: a fifth of the playback rate.</value>
    [Range(0, 1 << 20, ErrorMessage = "Voice__MinSpeechRate debe ser un número entero de 0 a 1048576.")]
    public int MinSpeechRate { get; set; } = 8192;

    /// <summary><see cref="StallSeconds"/>.</summary>
    public TimeSpan LongestStall => TimeSpan.FromSeconds(StallSeconds);

    /// <summary>The full path of <see cref="TempDirectory"/>, or of the system's temporary folder.</summary>
    internal string TempPath => TempDirectory.Length > 0 ? Path.GetFullPath(TempDirectory, EnvironmentSettings.Home) : Path.GetTempPath();

    /// <summary>The full path of the operator's own model, <see cref="ModelDirectory"/> before <see cref="Model"/>; null for one of the catalogue.</summary>
    internal string? OwnModelPath =>
        ModelDirectory.Length > 0 ? Path.GetFullPath(ModelDirectory, EnvironmentSettings.Home)
        : Model.AsSpan().ContainsAny('/', '\\') || Model.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
            ? Path.GetFullPath(Model, EnvironmentSettings.Home)
        : null;

    /// <summary><see cref="MaxSeconds"/>.</summary>
    internal TimeSpan Longest => TimeSpan.FromSeconds(MaxSeconds);
}
