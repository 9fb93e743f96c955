using System.Text.Json.Nodes;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Api.Tests.Answers.Live;

/// <summary>
/// The service with a model whose answer takes all there is: a follow-up that it rewrites, a tool that it calls, and a sentence that it judges.
/// </summary>
public sealed class WholeAnswerApi : IAsyncLifetime
{
    public const string FollowUp = "¿y a qué hora?";
    public const string Answer = "El recinto de lectura atiende temprano. La biblioteca abre a las ocho de la mañana [1].";
    private const string First = "¿Qué días abre la biblioteca?";

    private readonly TemporaryFolder _prompts = new();
    private readonly Lock _lock = new();
    private OllamaDouble _model = null!;
    private string? _heldStage;
    private TaskCompletionSource _reached = New();
    private TaskCompletionSource _gate = New();

    public TestApi Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Prompts, "*", SearchOption.AllDirectories))
        {
            _prompts.Write(Path.GetRelativePath(Repository.Prompts, file), await File.ReadAllTextAsync(file));
        }

        var config = JsonNode.Parse(await File.ReadAllTextAsync(_prompts.Combine("Answering/AnswerQuestion/config.json")))!;
        config["execution_settings"] =
            JsonNode.Parse("""{ "default": { "function_choice_behavior": { "type": "auto", "functions": ["calendar.is_holiday"] } } }""");
        _prompts.Write("Answering/AnswerQuestion/config.json", config.ToJsonString());
        _model = await OllamaDouble.RunAsync(Script);
        Api = await ModelApi.StartAsync(_model, $"--Prompts:Directory={_prompts.Path}", "--Answering:Judge=true");
        await Api.UntilModeAsync(ModelApi.Mode);
    }

    public async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        await _model.DisposeAsync();
        _prompts.Dispose();
    }

    /// <summary>Begins a conversation with an answered question.</summary>
    public async Task<string> BeginAsync()
    {
        var conversation = await Api.Client.BeginConversationAsync();
        using var response = await Api.Client.PostBodyAsync(Asking.TextPath, $$"""{"query": "{{First}}", "conversation_id": "{{conversation}}"}""");
        response.EnsureSuccessStatusCode();
        return conversation;
    }

    /// <summary>Has the model wait where it is asked for something next; ends once it waits there.</summary>
    public Task HoldAt(string stage)
    {
        lock (_lock)
        {
            (_heldStage, _reached, _gate) = (stage, New(), New());
            return _reached.Task.WaitAsync(TestApi.Patience);
        }
    }

    /// <summary>Has the model go on.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _heldStage = null;
            _gate.TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ModelScript Script(ModelRequest request) => request switch
    {
        _ when request.Messages[0].Contains("Reescribes", StringComparison.Ordinal) => Held("rewriting").Text("¿A qué hora abre la biblioteca?"),
        _ when request.Messages[0].Contains("Pones títulos", StringComparison.Ordinal) => ModelScript.Of("La biblioteca"),
        _ when request.LastQuestion.Contains("Frase:", StringComparison.Ordinal) => Held("judge").Text("[1]"),
        _ when request.LastQuestion.Contains(First, StringComparison.Ordinal) && !request.LastQuestion.Contains("hora", StringComparison.Ordinal) =>
            ModelScript.Of("De lunes a viernes [1]."),
        _ when request.Messages[^1].StartsWith("tool", StringComparison.Ordinal) =>
            ModelScript.Of("El recinto ").Wait(() => AtAsync("token")).Text(Answer["El recinto ".Length..]),
        _ => Held("tool").Call("calendar_is_holiday", new JsonObject { ["date"] = "2026-12-25" }),
    };

    private ModelScript Held(string stage) => new ModelScript().Wait(() => AtAsync(stage));

    private Task AtAsync(string stage)
    {
        lock (_lock)
        {
            if (_heldStage != stage)
            {
                return Task.CompletedTask;
            }

            _reached.TrySetResult();
            return _gate.Task;
        }
    }
}
