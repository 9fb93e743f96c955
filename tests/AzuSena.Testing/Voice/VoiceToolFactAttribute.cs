namespace AzuSena.Testing.Voice;

/// <summary>A test that needs programs for sound; skipped, and said so, where one is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VoiceToolFactAttribute : FactAttribute
{
    public VoiceToolFactAttribute(params string[] programs) => Skip = VoiceTools.WhyMissing(programs);
}

/// <summary>The same for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VoiceToolTheoryAttribute : TheoryAttribute
{
    public VoiceToolTheoryAttribute(params string[] programs) => Skip = VoiceTools.WhyMissing(programs);
}

/// <summary>What a test of voice may need.</summary>
public static class VoiceTools
{
    /// <summary>The real model, where it was downloaded.</summary>
    public static string? WhisperFolder => Path.Combine(MiniLmFactAttribute.Models, "whisper-base") is var folder && Directory.Exists(folder) ? folder : null;

    public static string? WhyMissing(string[] programs) => programs.FirstOrDefault(program => !IsInstalled(program)) is { } missing
        ? missing == "whisper-base" ? "The model is not installed: ./azusena models pull whisper-base" : $"{missing} is not installed: apt-get install {missing}"
        : null;

    private static bool IsInstalled(string program) => program == "whisper-base"
        ? WhisperFolder is not null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
