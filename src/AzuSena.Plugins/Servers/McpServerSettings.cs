using System.ComponentModel.DataAnnotations;
using AzuSena.Plugins.Routing;

namespace AzuSena.Plugins.Servers;

/// <summary>The MCP servers whose tools are plugins, by name: <c>Mcp__Servers__clima__Url=…</c>.</summary>
public sealed class McpServersOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Mcp";

    /// <summary>The servers by name, which is the name of the plugin.</summary>
    /// <value>Empty by default.</value>
    public Dictionary<string, McpServerSettings> Servers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from server in Servers
        let problem = server.Value.Problem(server.Key)
        where problem is not null
        select new ValidationResult(PluginTexts.Format("ServerInvalid", server.Key, problem));
}

/// <summary>One MCP server.</summary>
public sealed class McpServerSettings
{
    private const int MaxSeconds = 300;
    private const int MostCharacters = 200_000;

    /// <summary>The program to start, which speaks MCP over its standard input; its arguments may follow after spaces.</summary>
    public string? Command { get; set; }

    /// <summary>The program's arguments, if they hold spaces.</summary>
    public IReadOnlyList<string> Arguments { get; set; } = [];

    /// <summary>Variables of the program's environment; the service's own settings are not passed on.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>The address of a server over HTTP, instead of a program.</summary>
    public Uri? Url { get; set; }

    /// <summary>Headers of each request to <see cref="Url"/>, such as a key.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>The tools that may be called, separated by commas: no other is.</summary>
    public string? Allow { get; set; }

    /// <summary>The name for people; by default the server's name in the settings.</summary>
    public string? Title { get; set; }

    /// <summary>The time limit for connecting and for each call, in seconds.</summary>
    /// <value>The default is 10.</value>
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>The characters of a result that are read; the rest is cut off.</summary>
    /// <value>The default is 20,000.</value>
    public int MaxCharacters { get; set; } = 20_000;

    /// <summary>The questions that its tools answer, by tool.</summary>
    public Dictionary<string, McpToolAnswer> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>The allowed tools.</summary>
    internal IReadOnlySet<string> Allowed =>
        (Allow ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is wrong with the settings; null if nothing is.</summary>
    internal string? Problem(string name) =>
        !External.PluginManifestReader.IsName(name) ? PluginTexts.Format("ServerName")
        : string.IsNullOrWhiteSpace(Command) == (Url is null) ? PluginTexts.Format("ServerPlace")
        : Url is { IsAbsoluteUri: false } || Url is { Scheme: not ("http" or "https") } ? PluginTexts.Format("ServerUrl")
        : Allowed.Count == 0 ? PluginTexts.Format("ServerAllow")
        : TimeoutSeconds is < 1 or > MaxSeconds ? PluginTexts.Format("ServerTimeout", MaxSeconds)
        : MaxCharacters is < 1 or > MostCharacters ? PluginTexts.Format("ServerCharacters", MostCharacters)
        : null;
}

/// <summary>The questions that one tool answers.</summary>
public sealed class McpToolAnswer
{
    /// <summary>The patterns.</summary>
    public IReadOnlyList<string> Questions { get; set; } = [];

    /// <summary>The sentence that the result becomes; null if the result is the sentence.</summary>
    public string? Answer { get; set; }

    /// <summary>The question that asks for a missing value, by parameter.</summary>
    public Dictionary<string, string> Asks { get; } = new(StringComparer.Ordinal);

    internal ManifestAnswer For(string function) => new(function, Questions, Answer, Asks);
}
