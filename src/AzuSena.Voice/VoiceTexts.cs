using AzuSena.Resources;

namespace AzuSena.Voice;

/// <summary>What the operator is told about hearing, from <c>VoiceTexts.resx</c>.</summary>
internal static class VoiceTexts
{
    private static readonly ResourceTexts Texts = new(typeof(VoiceTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
