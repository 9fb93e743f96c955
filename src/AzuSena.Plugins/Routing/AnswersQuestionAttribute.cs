namespace AzuSena.Plugins;

/// <summary>
/// A question that a plugin's function answers: <c>[AnswersQuestion("¿[Es] festivo {date:fecha}?")]</c>. Give several; docs/write-a-plugin.md describes the
/// pattern. A plugin from outside lists its own under <c>answers</c> in its manifest.
/// </summary>
/// <param name="pattern">The pattern.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswersQuestionAttribute(string pattern) : Attribute
{
    /// <summary>The pattern.</summary>
    public string Pattern => pattern;
}
