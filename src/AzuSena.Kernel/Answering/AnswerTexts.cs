using System.Globalization;
using System.Resources;

namespace AzuSena.Answering;

/// <summary>The sentences that AzuSENA says of its own accord, from <c>AnswerTexts.resx</c>.</summary>
internal static class AnswerTexts
{
    private static readonly ResourceManager Texts = new("AzuSena.Answering.AnswerTexts", typeof(AnswerTexts).Assembly);

    public static string Get(string name) => Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);

    public static string Abstention(IReadOnlyList<string> closestTitles) => closestTitles.Count == 0
        ? Get("Abstained")
        : string.Format(CultureInfo.InvariantCulture, Get("AbstainedWithTitles"), string.Join(", ", closestTitles.Select(title => $"«{title}»")));
}
