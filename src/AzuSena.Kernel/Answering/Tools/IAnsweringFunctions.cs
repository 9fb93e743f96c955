namespace AzuSena.Answering.Tools;

/// <summary>The functions of the plugins, as far as answers need them.</summary>
public interface IAnsweringFunctions
{
    /// <summary>Those that say which questions they answer.</summary>
    IReadOnlyList<AnsweringFunction> All { get; }

    /// <summary>The name for people of a tool; null if it has none.</summary>
    /// <param name="toolName">The tool's name as models have it: <c>calendar_is_holiday</c>.</param>
    string? TitleOf(string toolName);
}
