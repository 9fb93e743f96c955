using AzuSena.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>A prompts folder of a test's own, which holds the prompts that the walk needs.</summary>
internal sealed class PromptFolder : IDisposable
{
    public const string Template =
        "<message role=\"system\">\nReglas.\n</message>\n<message role=\"user\">\n{{$passages}}\n{{$history}}\n{{$question}}\n</message>\n";

    public const string Config = """
        {
          "description": "Responde.",
          "input_variables": [
            { "name": "passages" },
            { "name": "history" },
            { "name": "question" }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public PromptFolder()
    {
        foreach (var file in new DirectoryInfo(Repository.Prompts).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            Write(System.IO.Path.GetRelativePath(Repository.Prompts, file.FullName), File.ReadAllText(file.FullName));
        }

        Directory.Delete(Combine("Answering/AnswerQuestion.corto"), recursive: true);
    }

    /// <summary>A kernel with the functions that the prompts of the product name.</summary>
    public static Kernel KernelWithMemory() => new(services: null,
    [
        Plugin("memory", "search", "get_passage"),
        Plugin("calendar", "is_holiday", "days_until", "working_days_between", "add_working_days"),
        Plugin("sena", "apprentice_quota", "monetization", "sustenance", "find_regional"),
    ]);

    /// <summary>The clock of the libraries that <see cref="Open"/> gives.</summary>
    public FakeTimeProvider Time { get; } = new();

    public string Path => _folder.Path;

    public string Write(string path, string text) => _folder.Write(path, text);

    public string Combine(string path) => _folder.Combine(path);

    /// <summary>Writes both files of a prompt.</summary>
    public void Put(string folder, string template = Template, string config = Config)
    {
        Write($"{folder}/{PromptSource.TemplateFile}", template);
        Write($"{folder}/{PromptSource.ConfigFile}", config);
    }

    public PromptLibrary Open(string variants = "", Kernel? kernel = null, TimeProvider? time = null) =>
        new(kernel ?? KernelWithMemory(), Options(variants), time ?? Time, NullLogger<PromptLibrary>.Instance);

    public IOptions<PromptOptions> Options(string variants = "") =>
        Microsoft.Extensions.Options.Options.Create(new PromptOptions { Directory = Path, Variants = variants });

    public void Dispose() => _folder.Dispose();

    private static KernelPlugin Plugin(string name, params string[] functions) =>
        KernelPluginFactory.CreateFromFunctions(name, functions.Select(function => KernelFunctionFactory.CreateFromMethod(() => "", function)));
}
