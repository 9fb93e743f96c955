namespace AzuSena.Plugins;

/// <summary>The sentence that a function's result becomes; without it the result is the sentence.</summary>
/// <param name="template">The sentence: <c>El {date} {resultado:es|no es} festivo.</c></param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswerAttribute(string template) : Attribute
{
    /// <summary>The sentence.</summary>
    public string Template => template;
}
