using AzuSena.Testing;

namespace AzuSena.Api.Tests.Docs;

/// <summary>The examples of docs/api.md, as somebody would copy them.</summary>
internal static class ApiPage
{
    private const string Service = "http://127.0.0.1:8000/";

    /// <summary>The code blocks in a language, in the page's order, with the service's address in the place of the page's.</summary>
    public static List<string> Blocks(string language, Uri address) =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"))
            .Split($"```{language}\n")
            .Skip(1)
            .Select(rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)].Replace(Service, address.ToString()))
            .ToList();
}
