using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AzuSena.Testing.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AzuSena.Testing.Ollama;

/// <summary>A double of an Ollama server: its wire format and its words for errors, with a script in the place of a model.</summary>
public sealed class OllamaDouble : ServerDouble
{
    private readonly ConcurrentDictionary<string, bool> _loaded = new(StringComparer.Ordinal);

    /// <summary>The models that were pulled.</summary>
    public IReadOnlyList<OllamaModel> Models { get; set; } = OllamaModel.All;

    /// <summary>Whether models are in memory before they are asked for the first time.</summary>
    public bool StartsLoaded { get; set; } = true;

    /// <summary>How an embedding of a text is made.</summary>
    public Func<string, float[]> Embed { get; set; } = text => [text.Length, 1, 0];

    /// <summary>A double that has started.</summary>
    public static async Task<OllamaDouble> RunAsync(Func<ModelRequest, ModelScript>? script = null)
    {
        var server = new OllamaDouble();
        server.Script = script ?? server.Script;
        await server.StartAsync();
        return server;
    }

    /// <summary>Forgets the models in memory, as time does.</summary>
    public void Unload() => _loaded.Clear();

    protected override void Map(WebApplication app)
    {
        app.MapGet("/", () => "Ollama is running");
        app.MapGet("/api/version", () => Json(new JsonObject { ["version"] = "0.12.6" }));
        app.MapGet("/api/tags", () => Json(List(Models.Select(model => model.Tag()))));
        app.MapGet("/api/ps", () => Json(List(Models.Where(IsLoaded).Select(model => model.Running()))));
        app.MapPost("/api/show", ShowAsync);
        app.MapPost("/api/chat", ChatAsync);
        app.MapPost("/api/embed", EmbedAsync);
    }

    protected override Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(new JsonObject { ["error"] = text }.ToJsonString(), context.RequestAborted);
    }

    private static JsonObject List(IEnumerable<JsonObject> models) => new() { ["models"] = new JsonArray([.. models]) };

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json; charset=utf-8");

    private bool IsLoaded(OllamaModel model) => StartsLoaded || _loaded.ContainsKey(model.Name);

    private async Task ShowAsync(HttpContext context)
    {
        if (await ReadAsync(context) is { } body && await FindAsync(context, body) is { } model)
        {
            await Json(model.Show()).ExecuteAsync(context);
        }
    }

    private async Task ChatAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        if (await ReadAsync(context) is not { } body || await FindAsync(context, body) is not { } model)
        {
            return;
        }

        if (Unable(model, body) is { } problem)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, problem);
            return;
        }

        _loaded[model.Name] = true;
        context.Request.Body.Position = 0;
        await ReplyAsync(context, (request, script) => new OllamaWriter(model.Name, request.Body["stream"]?.GetValue<bool>() ?? true, script));
    }

    private static string? Unable(OllamaModel model, JsonObject body) => (body["tools"], body["think"]) switch
    {
        (JsonArray { Count: > 0 }, _) when !model.Capabilities.Contains("tools") => $"registry.ollama.ai/library/{model.Name} does not support tools",
        (_, { } think) when think.GetValueKind() is System.Text.Json.JsonValueKind.True && !model.Capabilities.Contains("thinking") =>
            $"\"{model.Name}\" does not support thinking",
        _ => null,
    };

    private async Task EmbedAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } body || await FindAsync(context, body) is not { } model)
        {
            return;
        }

        var texts = body["input"] is JsonArray many ? many.Select(text => text!.ToString()) : [body["input"]?.ToString() ?? ""];
        var vectors = texts.Select(text => (JsonNode)new JsonArray([.. Embed(text).Select(component => (JsonNode)component)]));
        await Json(new JsonObject
        {
            ["model"] = model.Name,
            ["embeddings"] = new JsonArray([.. vectors]),
            ["total_duration"] = 14_143_917,
            ["load_duration"] = 1_019_500,
            ["prompt_eval_count"] = 8,
        }).ExecuteAsync(context);
    }

    private async Task<OllamaModel?> FindAsync(HttpContext context, JsonObject body)
    {
        var name = body["model"]?.ToString() ?? "";
        if (name.Length == 0)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "model is required");
            return null;
        }

        var tagged = name.Contains(':') ? name : name + ":latest";
        if (Models.FirstOrDefault(model => model.Name == tagged) is { } found)
        {
            return found;
        }

        await RefuseAsync(context, StatusCodes.Status404NotFound, $"model '{name}' not found");
        return null;
    }
}
