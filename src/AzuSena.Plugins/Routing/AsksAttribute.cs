namespace AzuSena.Plugins;

/// <summary>The question that asks for a value that a question lacks: <c>[Asks("workers", "¿Cuántos trabajadores tiene la empresa?")]</c>.</summary>
/// <param name="parameter">The function's parameter.</param>
/// <param name="question">The question.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AsksAttribute(string parameter, string question) : Attribute
{
    /// <summary>The function's parameter.</summary>
    public string Parameter => parameter;

    /// <summary>The question.</summary>
    public string Question => question;
}
