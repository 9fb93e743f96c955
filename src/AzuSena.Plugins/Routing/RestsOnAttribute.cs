namespace AzuSena.Plugins;

/// <summary>What a function's results rest on, shown with the citation: <c>[RestsOn("Ley 51 de 1983")]</c>.</summary>
/// <param name="source">The source.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RestsOnAttribute(string source) : Attribute
{
    /// <summary>The source.</summary>
    public string Source => source;
}
