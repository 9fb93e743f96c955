using AzuSena.Resources;

namespace AzuSena.Courtesies;

/// <summary>The replies to small talk, from <c>CourtesyTexts.resx</c>.</summary>
internal static class CourtesyTexts
{
    private static readonly ResourceTexts Texts = new(typeof(CourtesyTexts));

    public static string Get(string name) => Texts.Get(name);
}
