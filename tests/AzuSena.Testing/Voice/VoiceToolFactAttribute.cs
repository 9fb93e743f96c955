using AzuSena.Processes;

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
    public static string? WhyMissing(string[] programs) => programs.FirstOrDefault(program => !IsInstalled(program)) is { } missing
        ? IsModel(missing) ? $"The model is not installed: ./azusena models pull {missing}" : $"{missing} is not installed: apt-get install {missing}"
        : null;

    private static bool IsInstalled(string program) => IsModel(program)
        ? Directory.Exists(Path.Combine(MiniLmFactAttribute.Models, program))
        : ProgramPath.Holds(program);

    private static bool IsModel(string name) => name.StartsWith("whisper-", StringComparison.Ordinal);
}
