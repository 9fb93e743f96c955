using System.ComponentModel.DataAnnotations;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;

namespace AzuSena.Voice;

/// <summary>Asking by speaking.</summary>
public sealed class VoiceOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Voice";

    /// <summary>The language that stands for finding out which one is spoken.</summary>
    internal const string DetectLanguage = "auto";

    /// <summary>Whether spoken questions are taken.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>The model that hears them, by its name in the catalogue of models.</summary>
    /// <value>The default is <c>whisper-small</c>.</value>
    [Required(ErrorMessage = "Voice__Model debe nombrar un modelo de ./azusena models list.")]
    public string Model { get; set; } = ModelCatalogue.DefaultSpeech;

    /// <summary>Folder of a Whisper model in ONNX; it goes before the downloaded one.</summary>
    /// <value>The default is empty.</value>
    public string ModelDirectory { get; set; } = "";

    /// <summary>The language that is spoken, as <c>es</c>; <c>auto</c> to detect it.</summary>
    /// <value>The default is <c>es</c>.</value>
    [RegularExpression("^([a-z]{2,3}|auto)$", ErrorMessage = "Voice__Language debe ser un código de idioma como es, o auto.")]
    public string Language { get; set; } = "es";

    /// <summary>Words that the model is to expect, as they would stand before the recording; empty for none.</summary>
    /// <value>The default names the SENA and what belongs to it, so that they are spelled as they are.</value>
    public string Prompt { get; set; } = "Preguntas de aprendices al SENA sobre SOFIA Plus, SENNOVA, Tecnoparque, el Fondo Emprender, la etapa productiva, técnicos y tecnólogos.";

    /// <summary>Processors that hearing one recording may use.</summary>
    /// <value>The default is all of them, at most 4; text answers go before it all the same.</value>
    [Range(1, 64, ErrorMessage = "Voice__Threads debe ser un número entero de 1 a 64.")]
    public int Threads { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>The silence after which somebody who speaks live has ended, in milliseconds.</summary>
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

    /// <summary>How long a recording may take to arrive, in seconds.</summary>
    /// <value>The default is 60.</value>
    [Range(1, 3600, ErrorMessage = "Voice__UploadSeconds debe ser un número entero de 1 a 3600.")]
    public int UploadSeconds { get; set; } = 60;

    /// <summary>How slowly a recording may arrive, in bytes a second, seen over <see cref="StallSeconds"/>; 0 where only a stall counts.</summary>
    /// <value>The default is 1024: less than the leanest telephone line takes for speech.</value>
    [Range(0, 1 << 20, ErrorMessage = "Voice__MinUploadRate debe ser un número entero de 0 a 1048576.")]
    public int MinUploadRate { get; set; } = 1024;

    /// <summary>How long somebody who sends a recording, or takes a text that is read aloud, may keep the service waiting, in seconds.</summary>
    /// <value>The default is 10.</value>
    [Range(1, 600, ErrorMessage = "Voice__StallSeconds debe ser un número entero de 1 a 600.")]
    public int StallSeconds { get; set; } = 10;

    /// <summary>How many recordings may be here at once, whether they arrive, wait or are heard; past that they are refused.</summary>
    /// <value>The default is 32.</value>
    [Range(1, 10_000, ErrorMessage = "Voice__MaxRecordings debe ser un número entero de 1 a 10000.")]
    public int MaxRecordings { get; set; } = 32;

    /// <summary>How many of them may be of one address; 0 for no limit.</summary>
    /// <value>The default is 8.</value>
    [Range(0, 10_000, ErrorMessage = "Voice__RecordingsPerAddress debe ser un número entero de 0 a 10000.")]
    public int RecordingsPerAddress { get; set; } = 8;

    /// <summary>How many recordings are heard at once.</summary>
    /// <value>The default is 1: hearing is processor work, and text answers need the processors too.</value>
    [Range(1, 64, ErrorMessage = "Voice__MaxConcurrent debe ser un número entero de 1 a 64.")]
    public int MaxConcurrent { get; set; } = 1;

    /// <summary>How many more that have arrived may wait; past that they are refused.</summary>
    /// <value>The default is 8.</value>
    [Range(0, 1000, ErrorMessage = "Voice__MaxWaiting debe ser un número entero de 0 a 1000.")]
    public int MaxWaiting { get; set; } = 8;

    /// <summary>How long a recording that has arrived may take to be heard, waiting included, in seconds.</summary>
    /// <value>The default is 120.</value>
    [Range(1, 3600, ErrorMessage = "Voice__TimeoutSeconds debe ser un número entero de 1 a 3600.")]
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>Folder for recordings while they are heard; empty for the system's own for temporary files.</summary>
    /// <value>The default is empty.</value>
    public string TempDirectory { get; set; } = "";

    /// <summary>The program that decodes what is not WAV.</summary>
    /// <value>The default is <c>ffmpeg</c>.</value>
    [Required(ErrorMessage = "Voice__Ffmpeg debe nombrar el programa ffmpeg.")]
    public string Ffmpeg { get; set; } = "ffmpeg";

    /// <summary>The program that reads texts aloud.</summary>
    /// <value>The default is <c>espeak-ng</c>.</value>
    [Required(ErrorMessage = "Voice__Espeak debe nombrar el programa espeak-ng.")]
    public string Espeak { get; set; } = "espeak-ng";

    /// <summary>The longest sound of a text that is read aloud, in seconds.</summary>
    /// <value>The default is 600: the longest text takes seven minutes.</value>
    [Range(1, 3600, ErrorMessage = "Voice__MaxSpeechSeconds debe ser un número entero de 1 a 3600.")]
    public int MaxSpeechSeconds { get; set; } = 600;

    /// <summary>How long the program that reads aloud may keep the service waiting, and a text wait for its place, in seconds.</summary>
    /// <value>The default is 20: it takes a second for ten minutes.</value>
    [Range(1, 600, ErrorMessage = "Voice__SpeechTimeoutSeconds debe ser un número entero de 1 a 600.")]
    public int SpeechTimeoutSeconds { get; set; } = 20;

    /// <summary>How many texts are read aloud at once, each until its sound has been taken.</summary>
    /// <value>The default is 32: one that waits for its reader takes no processor.</value>
    [Range(1, 1000, ErrorMessage = "Voice__MaxSpeeches debe ser un número entero de 1 a 1000.")]
    public int MaxSpeeches { get; set; } = 32;

    /// <summary>How many of them may be of one address; 0 for no limit.</summary>
    /// <value>The default is 16.</value>
    [Range(0, 1000, ErrorMessage = "Voice__SpeechesPerAddress debe ser un número entero de 0 a 1000.")]
    public int SpeechesPerAddress { get; set; } = 16;

    /// <summary>How slowly the sound may be taken, in bytes a second, seen over <see cref="StallSeconds"/>; 0 where only a stall counts.</summary>
    /// <value>The default is 8192: a fifth of what is played in a second.</value>
    [Range(0, 1 << 20, ErrorMessage = "Voice__MinSpeechRate debe ser un número entero de 0 a 1048576.")]
    public int MinSpeechRate { get; set; } = 8192;

    /// <summary><see cref="StallSeconds"/>.</summary>
    public TimeSpan LongestStall => TimeSpan.FromSeconds(StallSeconds);

    /// <summary>The full path of <see cref="TempDirectory"/>, or of the system's own folder for temporary files.</summary>
    internal string TempPath => TempDirectory.Length > 0 ? Path.GetFullPath(TempDirectory, EnvironmentSettings.Home) : Path.GetTempPath();

    /// <summary><see cref="MaxSeconds"/>.</summary>
    internal TimeSpan Longest => TimeSpan.FromSeconds(MaxSeconds);
}
