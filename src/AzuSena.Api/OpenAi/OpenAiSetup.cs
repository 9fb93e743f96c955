using AzuSena.Api.OpenAi.Chat;
using AzuSena.Api.OpenAi.Embeddings;
using AzuSena.Api.OpenAi.Fronts;
using AzuSena.Api.OpenAi.Models;
using AzuSena.Api.OpenAi.Rendering;
using AzuSena.Api.OpenAi.Responses;
using Microsoft.AspNetCore.Mvc;

namespace AzuSena.Api.OpenAi;

/// <summary>
/// AzuSENA for clients of OpenAI's API: <c>/v1/models</c>, <c>chat/completions</c>, <c>responses</c> and <c>embeddings</c>. <c>/v1/audio</c> is in the room of
/// voice. Errors below <c>/v1</c> have OpenAI's form (<see cref="Errors.OpenAiError"/>).
/// </summary>
internal static class OpenAiSetup
{
    // Clients send the whole conversation with every question.
    private const int MaxBodyBytes = 1024 * 1024;

    public static IServiceCollection AddOpenAi(this IServiceCollection services) => services
        .AddSingleton<ModelNames>()
        .AddSingleton<FrontTaskAnswers>()
        .AddSingleton<CompatibleAnswers>();

    public static void MapOpenAi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/v1").WithTags("OpenAI").WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
        api.MapModels();
        api.MapChatCompletions();
        api.MapResponses();
        api.MapEmbeddings();
    }
}
