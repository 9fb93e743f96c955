using System.ComponentModel;
using System.Globalization;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Memory.Search;
using Microsoft.SemanticKernel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Tools;

/// <summary>The tool <c>search</c>: the search of the walk, by the same function.</summary>
internal sealed class SearchTool(Kernel kernel) : McpTool<SearchTool.Arguments, SearchTool.Result>("search")
{
    private const int DefaultPassages = 5;

    /// <inheritdoc/>
    protected override async ValueTask<Result> RunAsync(
        Arguments arguments, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var question = Question.Create(arguments.Query, arguments.MaxDocs);
        CheckDate(arguments.From, "from");
        CheckDate(arguments.To, "to");
        var found = await kernel.InvokeAsync<SearchResult>(
            "memory",
            "search",
            new KernelArguments
            {
                ["query"] = question.Text,
                ["max"] = question.MaxPassages ?? DefaultPassages,
                ["source"] = arguments.Source,
                ["topics"] = arguments.Topics is null ? null : string.Join(',', arguments.Topics),
                ["from"] = arguments.From,
                ["to"] = arguments.To,
            },
            cancellationToken);
        return new Result([.. found!.Hits.Select(hit => PassageView.Of(hit.Passage, hit.Score))], found.Corrections);
    }

    // The function passes over what is no date, because a small model may fill in anything; a client is told.
    private static void CheckDate(string? text, string name)
    {
        if (text is not null && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, McpTexts.Get("DateInvalid", name));
        }
    }

    /// <summary>The arguments.</summary>
    internal sealed record Arguments(
        [property: Description("La pregunta o las palabras que se buscan.")] string Query,
        [property: Description("Cuántos pasajes devolver, de 1 a 20; 5 si no se dice.")] int? MaxDocs = null,
        [property: Description("Solo documentos cuya fuente contiene este texto, por ejemplo «Ley 119 de 1994».")] string? Source = null,
        [property: Description("Solo documentos con alguno de estos temas.")] IReadOnlyList<string>? Topics = null,
        [property: Description("Solo documentos con fecha igual o posterior, AAAA-MM-DD.")] string? From = null,
        [property: Description("Solo documentos con fecha igual o anterior, AAAA-MM-DD.")] string? To = null);

    /// <summary>The passages found.</summary>
    internal sealed record Result(
        [property: Description("Los pasajes, del mejor al peor.")] IReadOnlyList<PassageView> Passages,
        [property: Description("Palabras que los documentos no tienen, y por cuál se buscó.")] IReadOnlyList<SpellingCorrection> Corrections);
}
