using AzuSena.Resources;

namespace AzuSena.Evaluation;

/// <summary>The evaluation's texts for users, from <c>EvaluationTexts.resx</c>.</summary>
internal static class EvaluationTexts
{
    private static readonly ResourceTexts Texts = new(typeof(EvaluationTexts));

    public static string Get(string name, params object?[] arguments) => Texts.Format(name, arguments);
}
