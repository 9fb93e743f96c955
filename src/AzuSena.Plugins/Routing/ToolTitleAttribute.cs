namespace AzuSena.Plugins;

/// <summary>The name of a plugin for people: <c>[ToolTitle("Calendario")]</c>.</summary>
/// <param name="title">The name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ToolTitleAttribute(string title) : Attribute
{
    /// <summary>The name.</summary>
    public string Title => title;
}
