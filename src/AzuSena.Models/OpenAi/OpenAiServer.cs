using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Http.Headers;
using AzuSena.Models.Availability;
using AzuSena.Models.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;

namespace AzuSena.Models.OpenAi;

/// <summary>An OpenAI-compatible server. It does not report the capabilities of its model, so the operator may set them.</summary>
internal sealed class OpenAiServer : IModelServer
{
    // The client requires a key; servers without authentication ignore it.
    private const string NoKey = "none";

    private readonly IHttpClientFactory _http;
    private readonly HttpClient _probes;
    private readonly LlmOptions _llm;
    private readonly Uri _endpoint;

    public OpenAiServer(IHttpClientFactory http, IOptions<LlmOptions> llm)
    {
        _http = http;
        _llm = llm.Value;
        _probes = http.CreateClient(ModelHttp.Probes);
        _endpoint = new Uri(_llm.BaseUrl.TrimEnd('/') + "/");
        Facts = new ModelFacts(_llm.ContextTokens, _llm.Tools ?? true, _llm.Thinks ?? ModelFacts.ThinksByName(Model), SeparatesThinking: false);
    }

    public string Provider => "openai";

    public string Model => _llm.Model;

    public string UnreachableText => "OpenAiUnreachable";

    public ModelFacts Facts { get; }

    public IChatClient CreateChatClient(string http)
    {
        // Retries and time limits are those of the pipeline, the same for every provider.
        var options = new OpenAIClientOptions
        {
            Endpoint = _endpoint,
            Transport = new HttpClientPipelineTransport(_http.CreateClient(http)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        var key = new ApiKeyCredential(_llm.ApiKey.Length > 0 ? _llm.ApiKey : NoKey);
        return new OpenAiFailures(new OpenAIClient(key, options).GetChatClient(Model).AsIChatClient(), Model);
    }

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_endpoint, "models"));
        if (_llm.ApiKey.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _llm.ApiKey);
        }

        using var response = await _probes.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

        // Some servers have no list of models; an answer is sufficient.
        if (response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
        {
            response.EnsureSuccessStatusCode();
        }
    }

    public Task<bool> IsLoadedAsync(CancellationToken cancellationToken) => Task.FromResult(true);
}
