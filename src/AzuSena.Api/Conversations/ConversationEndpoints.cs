using System.Globalization;
using System.Net.Mime;
using System.Security.Claims;
using System.Text;
using AzuSena.Api.Security;
using AzuSena.Conversations;
using AzuSena.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AzuSena.Api.Conversations;

/// <summary>Endpoints to begin, read, name and delete a conversation. Questions are asked in it by its id, over any endpoint that takes questions.</summary>
internal static class ConversationEndpoints
{
    private const string Path = "/azusena_api/conversations";

    public static IServiceCollection AddConversationEndpoints(this IServiceCollection services) => services.AddSingleton<ConversationQuota>();

    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Path).WithTags("Conversaciones")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AddEndpointFilter(KeepOutOfCachesAsync);

        group.MapPost("", CreateAsync)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary("Empieza una conversación.")
            .WithDescription("El identificador es secreto: quien lo tiene puede leer la conversación. Con API_KEYS, solo con la misma clave.");

        var one = group.MapGroup("/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("", Find).WithSummary("Muestra una conversación con sus preguntas y respuestas.");
        one.MapGet("/export", Export)
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Text.Markdown)
            .WithSummary("Descarga una conversación en Markdown.");
        one.MapPatch("", RenameAsync).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("Cambia el título de una conversación.");
        one.MapDelete("", DeleteAsync).WithSummary("Borra una conversación para siempre.");
    }

    private static async Task<Created<ConversationView>> CreateAsync(
        HttpContext context, ConversationQuota quota, ConversationStore store, CancellationToken cancellationToken)
    {
        quota.Take(ClientAddress.Of(context));
        var conversation = await store.CreateAsync(ApiKeyOwner.Of(context.User), cancellationToken);
        return TypedResults.Created($"{Path}/{conversation.Id}", ConversationView.Of(conversation));
    }

    private static Ok<ConversationView> Find(string id, ClaimsPrincipal caller, ConversationStore store) =>
        TypedResults.Ok(ConversationView.Of(store.Read(id, ApiKeyOwner.Of(caller))));

    private static FileContentHttpResult Export(string id, ClaimsPrincipal caller, ConversationStore store)
    {
        var conversation = store.Read(id, ApiKeyOwner.Of(caller));
        return TypedResults.File(
            Encoding.UTF8.GetBytes(ConversationMarkdown.Write(conversation)),
            $"{MediaTypeNames.Text.Markdown}; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"conversacion-azusena-{ColombianTime.Of(conversation.CreatedAt):yyyy-MM-dd}.md"));
    }

    private static async Task<Ok<ConversationView>> RenameAsync(
        string id, TitleRequest request, ClaimsPrincipal caller, ConversationStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(ConversationView.Of(await store.RenameAsync(id, ApiKeyOwner.Of(caller), request.Title, cancellationToken)));

    private static async Task<NoContent> DeleteAsync(string id, ClaimsPrincipal caller, ConversationStore store, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(id, ApiKeyOwner.Of(caller), cancellationToken);
        return TypedResults.NoContent();
    }

    private static ValueTask<object?> KeepOutOfCachesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return next(context);
    }

    /// <summary>A title for a conversation.</summary>
    /// <param name="Title">Up to 120 characters.</param>
    internal sealed record TitleRequest(string? Title);
}
