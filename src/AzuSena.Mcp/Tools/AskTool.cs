using System.ComponentModel;
using System.Text.Json;
using AzuSena.Answers;
using AzuSena.Mcp.Resources;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Tools;

/// <summary>The tool <c>ask</c>: the whole walk of a question. Its events are the progress of the call.</summary>
internal sealed class AskTool(IQuestionWalk walk) : McpTool<AskTool.Arguments, AskResult>("ask")
{
    /// <inheritdoc/>
    protected override async ValueTask<AskResult> RunAsync(
        Arguments arguments, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var progress = AskProgress.Of(request);
        var closest = new List<ClosestPassage>();
        var question = new AskedQuestion(arguments.Question, arguments.ConversationId, arguments.MaxDocs, arguments.PromptVariant);
        await foreach (var step in walk.AskAsync(question, cancellationToken).WithCancellation(cancellationToken))
        {
            await progress.TellAsync(step, cancellationToken);
            switch (step)
            {
                case AnswerAbstained abstained:
                    closest.AddRange(abstained.Closest);
                    break;
                case AnswerCompleted completed:
                    return AskResult.Of(completed.Answer, closest);
                case AnswerFailed failed:
                    throw failed.ToException();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new Errors.AzuSenaException(Errors.ErrorCode.Internal);
    }

    /// <summary>The answer's text, its sources with their numbers, and a link to each passage.</summary>
    protected override IList<ContentBlock> ContentOf(AskResult result, JsonElement structured) =>
    [
        new TextContentBlock { Text = string.Join("\n\n", new[] { result.Answer }.Concat(result.Citations.Select(SourceOf).Distinct(StringComparer.Ordinal))) },
        .. result.Citations.Where(cited => !cited.IsOfTool).DistinctBy(cited => cited.PassageId).Select(citation => new ResourceLinkBlock
        {
            Uri = ResourceUris.OfPassage(citation.PassageId),
            Name = citation.PassageId,
            Title = citation.Title,
            Description = citation.Locator,
            MimeType = "text/plain",
        }),
    ];

    private static string SourceOf(CitedPassage citation) =>
        $"[{citation.Number}] {string.Join(", ", new[] { citation.Title, citation.Source, citation.Locator }.Where(part => !string.IsNullOrEmpty(part)))}";

    /// <summary>The arguments.</summary>
    internal sealed record Arguments(
        [property: Description("La pregunta, en español o en inglés, de hasta 4000 caracteres.")] string Question,
        [property: Description("La conversación a la que pertenece, si es de una (POST /azusena_api/conversations).")] string? ConversationId = null,
        [property: Description("Cuántos pasajes puede usar la respuesta, de 1 a 20.")] int? MaxDocs = null,
        [property: Description("La variante del prompt con la que debe escribir un modelo; base para el prompt mismo.")] string? PromptVariant = null);
}
