using System.Text.Json;
using System.Text.Json.Nodes;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AzuSena.Plugins.External;

/// <summary>A folder of plugins as an operator has it, with the product over it.</summary>
internal sealed class PluginFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PluginFolder() => Directory.CreateDirectory(_folder.Combine("corpus"));

    /// <summary>What was logged.</summary>
    public FakeLogCollector Log { get; } = new();

    public string Path => _folder.Combine("plugins");

    /// <summary>Where the plugins of the tests were built.</summary>
    public static string SampleFolder =>
        System.IO.Path.Combine(Repository.Root, "artifacts", "bin", "AzuSena.SamplePlugins", new DirectoryInfo(AppContext.BaseDirectory).Name);

    public string Combine(string path) => _folder.Combine(path);

    public string Write(string path, string text) => _folder.Write(path, text);

    /// <summary>Drops a plugin in, whose manifest is right but for what <paramref name="change"/> does to it.</summary>
    public string Drop(string name = "sample", string type = "GoodPlugin", Action<JsonObject>? change = null)
    {
        var folder = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(SampleFolder))
        {
            File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)));
        }

        var manifest = Manifest(name, type);
        change?.Invoke(manifest);
        File.WriteAllText(System.IO.Path.Combine(folder, "plugin.json"), manifest.ToJsonString());
        return folder;
    }

    public static JsonObject Example(string function, object arguments, JsonNode? expected = null, string? pattern = null)
    {
        var example = new JsonObject { ["function"] = function, ["arguments"] = JsonSerializer.SerializeToNode(arguments) };
        if (expected is not null)
        {
            example["expected"] = expected;
        }

        if (pattern is not null)
        {
            example["pattern"] = pattern;
        }

        return example;
    }

    /// <summary>The product over the folder; a slow machine is no reason to refuse a plugin, unless a test sets another limit.</summary>
    public TestProduct Product(params (string Key, string Value)[] settings) => new(
        _folder.Combine("corpus"),
        services => services.AddSingleton<ILoggerFactory>(new LoggerFactory([new FakeLoggerProvider(Log)])),
        [("ExternalPlugins:Directory", Path), .. settings.Prepend(("ExternalPlugins:TimeoutSeconds", "60")).Reverse().DistinctBy(setting => setting.Item1)]);

    /// <summary>What became of the plugins from outside.</summary>
    public async Task<IReadOnlyList<PluginStatus>> LoadAsync(params (string Key, string Value)[] settings)
    {
        await using var product = Product(settings);
        return [.. (await product.Get<PluginRegistry>().LoadAsync()).Where(status => status.Origin == PluginOrigin.External)];
    }

    public void Dispose() => _folder.Dispose();

    private static JsonObject Manifest(string name, string type) => new()
    {
        ["name"] = name,
        ["version"] = "1.0.0",
        ["contract"] = 1,
        ["assembly"] = "AzuSena.SamplePlugins.dll",
        ["entry_type"] = type == "GoodPlugin" ? "AzuSena.SamplePlugins.GoodPlugin" : $"AzuSena.SamplePlugins.BadPlugins+{type}",
        ["description"] = "Para las pruebas.",
        ["examples"] = new JsonArray(Example("greet", type == "GoodPlugin" ? new { name = "Ana" } : new { }, pattern: "^Hola")),
    };
}
