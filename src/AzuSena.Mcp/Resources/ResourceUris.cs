using AzuSena.Passages;

namespace AzuSena.Mcp.Resources;

/// <summary>The addresses of documents and passages as MCP resources.</summary>
internal static class ResourceUris
{
    /// <summary>The template of a passage's address.</summary>
    public const string PassageTemplate = Passages + "{id}";

    /// <summary>The template of a document's address by its path; the plus leaves its slashes as they are.</summary>
    public const string DocumentTemplate = Documents + "{+path}";

    /// <summary>The template of a document's address by its title.</summary>
    public const string TitleTemplate = Titles + "{title}";

    private const string Passages = "azusena://passages/";
    private const string Documents = "azusena://documents/";
    private const string Titles = "azusena://titles/";

    /// <summary>The address of a passage.</summary>
    public static string OfPassage(string id) => Passages + Uri.EscapeDataString(id);

    /// <summary>The address of a document.</summary>
    public static string OfDocument(DocumentInfo document) => Documents + string.Join('/', document.Path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The id in the address of a passage; null for any other address.</summary>
    public static string? PassageId(string uri) => Rest(uri, Passages);

    /// <summary>The path in the address of a document; null for any other address.</summary>
    public static string? DocumentPath(string uri) => Rest(uri, Documents);

    /// <summary>The title in the address of a document by its title; null for any other address.</summary>
    public static string? Title(string uri) => Rest(uri, Titles);

    private static string? Rest(string uri, string start) =>
        uri.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(uri[start.Length..]) : null;
}
