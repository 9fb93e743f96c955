using AzuSena.Resources;

namespace AzuSena.Models;

/// <summary>The texts about models for users, from <c>ModelTexts.resx</c>.</summary>
internal static class ModelTexts
{
    private static readonly ResourceTexts Texts = new(typeof(ModelTexts));

    public static string Get(string name, params object[] arguments) => Texts.Format(name, arguments);
}
