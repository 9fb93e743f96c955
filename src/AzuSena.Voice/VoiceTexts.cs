using AzuSena.Resources;

namespace AzuSena.Voice;

/// <summary>The texts of speech, for the operator and for the listener, from <c>VoiceTexts.resx</c>.</summary>
internal static class VoiceTexts
{
    private static readonly ResourceTexts Texts = new(typeof(VoiceTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
