using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AzuSena.Client;

/// <summary>Asks AzuSENA over HTTP.</summary>
/// <param name="http">Its <see cref="HttpClient.BaseAddress"/> is the service's address; a key goes into its header <c>X-Api-Key</c>.</param>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class AzuSenaClient(HttpClient http)
{
    private const string Root = "/azusena_api";

    // How often a cut connection is taken up again before the failure is passed on.
    private const int Attempts = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>
    /// The steps of an answer, as they arrive; the last is <see cref="AnswerCompleted"/>. Leaving the loop, or cancelling, ends the work of the service. With
    /// <see cref="QueryRequest.Resumable"/> a cut connection is taken up again after the last step that arrived.
    /// </summary>
    /// <exception cref="AzuSenaClientException">The question was refused, or the answer failed.</exception>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(QueryRequest question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? id = null;
        var last = 0;
        for (var attempts = 0; attempts <= Attempts;)
        {
            using var request = id is null
                ? new HttpRequestMessage(HttpMethod.Post, $"{Root}/query/stream") { Content = JsonContent.Create(question, options: Json) }
                : new HttpRequestMessage(HttpMethod.Get, $"{Root}/questions/{id}/events?after={last}");
            await using var steps = StepsAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(steps, question.Resumable == true && id is not null && attempts < Attempts))
            {
                (attempts, last) = (0, steps.Current.Sequence ?? last);
                id = steps.Current is AnswerStarted started ? started.QuestionId : id;
                if (steps.Current is AnswerFailed failed)
                {
                    throw new AzuSenaClientException(failed.Code, failed.Message);
                }

                yield return steps.Current;
                if (steps.Current is AnswerCompleted)
                {
                    yield break;
                }
            }

            attempts = question.Resumable == true && id is not null ? attempts + 1 : Attempts + 1;
        }

        throw new AzuSenaClientException("internal", "La respuesta quedó incompleta.");
    }

    /// <summary>The whole answer.</summary>
    /// <exception cref="AzuSenaClientException">The question was refused, or the answer failed.</exception>
    public async Task<Answer> AnswerAsync(QueryRequest question, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/query/text") { Content = JsonContent.Create(question, options: Json) };
        return await ReadAsync<Answer>(request, cancellationToken);
    }

    /// <summary>A passage that an answer cites.</summary>
    /// <exception cref="AzuSenaClientException">There is none with this id.</exception>
    public async Task<Passage> PassageAsync(string id, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/passages/{Uri.EscapeDataString(id)}");
        return await ReadAsync<Passage>(request, cancellationToken);
    }

    /// <summary>Begins a conversation; its id goes into the questions that belong to it.</summary>
    public async Task<ConversationView> BeginAsync(CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/conversations");
        return await ReadAsync<ConversationView>(request, cancellationToken);
    }

    /// <summary>Stops an answer in progress.</summary>
    public async Task StopAsync(string questionId, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{Root}/questions/{Uri.EscapeDataString(questionId)}");
        using var response = await SendAsync(request, cancellationToken);
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<AnswerEvent> steps, bool mayBeCut)
    {
        try
        {
            return await steps.MoveNextAsync();
        }
        catch (Exception exception) when (mayBeCut && exception is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<AnswerEvent> StepsAsync(HttpRequestMessage request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(body, (_, data) => JsonSerializer.Deserialize<AnswerEvent>(data, Json)!).EnumerateAsync(cancellationToken))
        {
            yield return item.Data;
        }
    }

    private async Task<T> ReadAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken))!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await AzuSenaClientException.OfAsync(response, cancellationToken);
        }
    }
}
