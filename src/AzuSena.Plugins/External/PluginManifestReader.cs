using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AzuSena.Plugins.Routing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>Reads and checks <c>plugin.json</c>. None of the plugin's code runs.</summary>
internal static partial class PluginManifestReader
{
    /// <summary>The version of the contract between AzuSENA and its plugins.</summary>
    public const int Contract = 1;

    /// <summary>Name of the manifest's file.</summary>
    public const string FileName = "plugin.json";

    /// <summary>Options of an example's pattern: no backtracking, because the plugin's author writes it.</summary>
    public const RegexOptions ExamplePattern = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const int MaxBytes = 64 * 1024;
    private const int MaxExamples = 50;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
    };

    /// <summary>Reads the manifest of the plugin in a folder.</summary>
    /// <exception cref="PluginRefusedException">The manifest is missing or invalid.</exception>
    public static PluginManifest Read(string folder)
    {
        var manifest = Parse(ReadFile(Path.Combine(folder, FileName)));
        Require(PluginName().IsMatch(manifest.Name), "ManifestName");
        Require(PluginVersion().IsMatch(manifest.Version), "ManifestVersion");
        Require(!string.IsNullOrWhiteSpace(manifest.Description), "ManifestDescription");
        Require(!string.IsNullOrWhiteSpace(manifest.EntryType), "ManifestEntryType");
        Require(manifest.Assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase), "ManifestAssembly");
        Require(manifest.Examples.Count is > 0 and <= MaxExamples, "ManifestExamples", MaxExamples);
        for (var index = 0; index < manifest.Examples.Count; index++)
        {
            Require(manifest.Examples[index] is not null, "ManifestExampleFunction", index + 1);
            CheckExample(manifest.Examples[index], index + 1);
        }

        return manifest;
    }

    /// <summary>Whether a text may be a plugin's name.</summary>
    public static bool IsName(string name) => PluginName().IsMatch(name);

    /// <summary>The examples of a built-in plugin.</summary>
    public static IReadOnlyList<PluginExample> ReadExamples(Stream stream) => JsonSerializer.Deserialize<IReadOnlyList<PluginExample>>(stream, Json)!;

    /// <summary>The questions that the plugin's functions answer.</summary>
    /// <exception cref="PluginRefusedException">A pattern, or a name in it, is wrong.</exception>
    public static PluginAnswers AnswersOf(PluginManifest manifest, KernelPlugin plugin)
    {
        try
        {
            return PluginAnswers.Of(plugin, manifest.Title ?? manifest.Name, manifest.Answers ?? []);
        }
        catch (FormatException exception)
        {
            throw new PluginRefusedException(RefusalReason.ManifestInvalid, PluginTexts.Format("ManifestAnswers", exception.Message), exception);
        }
    }

    /// <summary>Checks that the plugin has the functions that its manifest offers to programs.</summary>
    /// <exception cref="PluginRefusedException">It does not have one of them.</exception>
    public static void CheckOffered(PluginManifest manifest, KernelPlugin plugin)
    {
        foreach (var name in manifest.Offered ?? [])
        {
            Require(name is not null && plugin.Contains(name), "ManifestOffered", name);
        }
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists
                ? file.Length <= MaxBytes ? File.ReadAllBytes(path) : throw Invalid("ManifestTooLarge", MaxBytes / 1024)
                : throw PluginRefusedException.For(RefusalReason.ManifestMissing, cause: null, FileName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw PluginRefusedException.For(RefusalReason.ManifestMissing, exception, FileName);
        }
    }

    private static PluginManifest Parse(byte[] bytes)
    {
        try
        {
            // The contract is checked first: the manifest of a later one may have fields unknown to this one.
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Json.MaxDepth, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("contract", out var contract)
                && contract.ValueKind == JsonValueKind.Number
                && !(contract.TryGetInt32(out var version) && version == Contract))
            {
                throw PluginRefusedException.For(RefusalReason.ContractUnsupported, cause: null, contract.GetRawText(), Contract);
            }

            return document.Deserialize<PluginManifest>(Json) ?? throw Invalid("ManifestEmpty");
        }
        catch (JsonException exception)
        {
            throw new PluginRefusedException(RefusalReason.ManifestInvalid, PluginTexts.Format("ManifestInvalid", exception.Message), exception);
        }
    }

    private static void CheckExample(PluginExample example, int number)
    {
        Require(!string.IsNullOrWhiteSpace(example.Function), "ManifestExampleFunction", number);
        Require(example.Expected is null != example.Pattern is null, "ManifestExampleResult", number);
        try
        {
            _ = new Regex(example.Pattern ?? "", ExamplePattern);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new PluginRefusedException(RefusalReason.ManifestInvalid, PluginTexts.Format("ManifestExamplePattern", number), exception);
        }
    }

    private static void Require(bool holds, string text, params object?[] values)
    {
        if (!holds)
        {
            throw Invalid(text, values);
        }
    }

    private static PluginRefusedException Invalid(string text, params object?[] values) => new(RefusalReason.ManifestInvalid, PluginTexts.Format(text, values));

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex PluginName();

    [GeneratedRegex("^[0-9]{1,5}(\\.[0-9]{1,5}){1,3}(-[0-9A-Za-z.-]{1,20})?\\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PluginVersion();
}
