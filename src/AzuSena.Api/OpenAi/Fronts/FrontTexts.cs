using AzuSena.Resources;

namespace AzuSena.Api.OpenAi.Fronts;

/// <summary>What chat programs are told of a conversation that says nothing of its subject, from <c>FrontTexts.resx</c>.</summary>
internal static class FrontTexts
{
    private static readonly ResourceTexts Texts = new(typeof(FrontTexts));

    public static string Get(string name) => Texts.Get(name);
}
