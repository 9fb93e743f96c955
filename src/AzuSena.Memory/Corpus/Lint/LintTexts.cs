using AzuSena.Resources;

namespace AzuSena.Memory.Corpus.Lint;

/// <summary>The Spanish texts of lint, from <c>LintTexts.resx</c>.</summary>
internal static class LintTexts
{
    private static readonly ResourceTexts Texts = new(typeof(LintTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
