using System.Text.Json.Nodes;
using AzuSena.Testing.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AzuSena.Testing.OpenAi;

/// <summary>A double of an OpenAI-compatible server, with a script in the place of a model.</summary>
public sealed class OpenAiDouble : ServerDouble
{
    /// <summary>The model that it serves.</summary>
    public string Model { get; set; } = "doble";

    /// <summary>The key that it asks for; null for none.</summary>
    public string? Key { get; set; }

    /// <summary>How an embedding of a text is made.</summary>
    public Func<string, float[]> Embed { get; set; } = text => [text.Length, 1, 0];

    /// <summary>The address that clients are given.</summary>
    public Uri BaseUrl => new(Uri, "v1");

    /// <summary>A double that has started.</summary>
    public static async Task<OpenAiDouble> RunAsync(Func<ModelRequest, ModelScript>? script = null)
    {
        var server = new OpenAiDouble();
        server.Script = script ?? server.Script;
        await server.StartAsync();
        return server;
    }

    protected override void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (Key is not null && context.Request.Headers.Authorization != $"Bearer {Key}")
            {
                await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Incorrect API key provided.");
                return;
            }

            await next(context);
        });
        app.MapGet("/v1/models", () => Json(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(new JsonObject { ["id"] = Model, ["object"] = "model", ["created"] = 1_768_482_408, ["owned_by"] = "doble" }),
        }));
        app.MapPost("/v1/chat/completions", context => ReplyAsync(context, (request, script) =>
            new OpenAiWriter(Model, request.Body["stream"]?.GetValue<bool>() ?? false, script)));
        app.MapPost("/v1/embeddings", EmbedAsync);
    }

    protected override Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var error = new JsonObject
        {
            ["message"] = text,
            ["type"] = status < 500 ? "invalid_request_error" : "server_error",
            ["param"] = null,
            ["code"] = null
        };
        return context.Response.WriteAsync(new JsonObject { ["error"] = error }.ToJsonString(), context.RequestAborted);
    }

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");

    private async Task EmbedAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } body)
        {
            return;
        }

        var texts = body["input"] is JsonArray many ? many.Select(text => text!.ToString()) : [body["input"]?.ToString() ?? ""];
        var asBase64 = body["encoding_format"]?.ToString() == "base64";
        var data = texts.Select((text, index) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = index,
            ["embedding"] = asBase64 ? Base64(Embed(text)) : new JsonArray([.. Embed(text).Select(component => (JsonNode)component)]),
        });
        await Json(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. data]),
            ["model"] = Model,
            ["usage"] = new JsonObject { ["prompt_tokens"] = 8, ["total_tokens"] = 8 },
        }).ExecuteAsync(context);
    }

    private static JsonNode Base64(float[] vector)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        Buffer.BlockCopy(vector, 0, bytes, 0, bytes.Length);
        return Convert.ToBase64String(bytes);
    }
}
