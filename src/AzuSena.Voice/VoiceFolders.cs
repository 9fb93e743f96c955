using AzuSena.Voice.Recordings;
using AzuSena.Voice.Transcribing;
using AzuSena.Whisper.Ggml;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice;

/// <summary>
/// Checks at the start that the configured folders are usable, so that no recording has to fail. The folder of recordings is created if it is missing.
/// </summary>
internal sealed class VoiceFolders : IValidateOptions<VoiceOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, VoiceOptions options)
    {
        List<string> failures = [];
        if (options.Enabled && !CanBeWritten(options.TempPath))
        {
            failures.Add(VoiceTexts.Get("TempFolderUnusable", options.TempPath));
        }

        if (options is { Enabled: true, OwnModelPath: { } model })
        {
            if (options.ModelDirectory.Length > 0 && ModelPlace.At(model) is null)
            {
                failures.Add(VoiceTexts.Get("ModelFolderMissing", model));
            }
            else if (options.ModelDirectory.Length == 0 && !GgmlModel.IsModel(model))
            {
                failures.Add(VoiceTexts.Get("ModelFileWrong", model));
            }
        }

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    // Only writing proves it: permissions depend on the folder, the mount or the whole disk.
    private static bool CanBeWritten(string folder)
    {
        try
        {
            RecordingFolder.CreatePrivate(folder);
            using var files = new RecordingFolder(folder);
            using var file = files.Create();
            file.WriteByte(0);
            file.Flush();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
