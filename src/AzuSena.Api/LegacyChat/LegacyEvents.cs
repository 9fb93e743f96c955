using System.Text.Json;
using System.Threading.RateLimiting;
using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Api.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Chat;
using AzuSena.Api.Security;
using AzuSena.Errors;
using AzuSena.SocketIo.Namespaces;

namespace AzuSena.Api.LegacyChat;

/// <summary>
/// The original's events over Socket.IO, with the same walk and limits as over SignalR: <c>query_text</c> is answered with <c>response</c> events, of which the
/// last is complete, and <c>query_response</c>, or with one <c>error</c>. Disconnecting ends the work.
/// </summary>
internal sealed class LegacyEvents(AnswerService answers, LiveAnswers live, ApiKeys keys, PartitionedRateLimiter<string> limiter, ILogger<LegacyEvents> log)
{
    /// <summary>The JSON options of questions and answers.</summary>
    public static readonly JsonSerializerOptions Json = CreateJson();

    /// <summary>Admits a client that sent a key with the first request, or sends it as <c>auth: {token}</c>.</summary>
    public ValueTask AdmitAsync(SocketIoSocket socket, CancellationToken cancellationToken)
    {
        if (!keys.AreNeeded || ApiKeyOwner.Of(socket.User) is not null)
        {
            return ValueTask.CompletedTask;
        }

        // Attempts to guess a key count against the limit.
        using var lease = limiter.AttemptAcquire(AddressOf(socket));
        socket.User = lease.IsAcquired
            ? keys.OwnerOf(TokenOf(socket.Auth)) ?? throw Refused(ErrorCode.Unauthorized)
            : throw Refused(ErrorCode.RateLimited);
        return ValueTask.CompletedTask;
    }

    public static Task WelcomeAsync(SocketIoSocket socket, CancellationToken cancellationToken) =>
        socket.EmitAsync("connection_response", new ConnectionResponse(ChatTexts.Connected)).AsTask();

    public async Task AnswerAsync(SocketIoEvent received, CancellationToken cancellationToken)
    {
        var socket = received.Socket;
        try
        {
            using var lease = limiter.AttemptAcquire(AddressOf(socket));
            if (!lease.IsAcquired)
            {
                throw new AzuSenaException(ErrorCode.RateLimited);
            }

            var question = Read(received).ToQuestion(socket.User);
            var asker = new Asker(ApiKeyOwner.Of(socket.User), AddressOf(socket), socket.Id);
            await foreach (var step in live.AskAsync(
                asker, token => answers.AskAsync(question, token), isResumable: false, cancellationToken, cancellationToken))
            {
                await SendAsync(socket, step.Event);
            }
        }
        catch (AzuSenaException exception)
        {
            await socket.EmitAsync("error", new ChatError(exception.Message, exception.Code.WireName()));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LegacyEventFailed(log, exception);
            await socket.EmitAsync("error", new ChatError(ErrorCode.Internal.Message(), ErrorCode.Internal.WireName()));
        }
    }

    public static ValueTask TooLargeAsync(SocketIoSocket socket) =>
        socket.EmitAsync("error", new ChatError(ErrorCode.RequestTooLarge.Message(), ErrorCode.RequestTooLarge.WireName()));

    private static async ValueTask SendAsync(SocketIoSocket socket, AnswerEvent @event)
    {
        switch (@event)
        {
            case AnswerToken token:
                await socket.EmitAsync("response", new ResponseChunk(token.Text, Complete: false));
                break;
            case AnswerCompleted { Answer: var answer }:
                await socket.EmitAsync("response", new ResponseChunk("", Complete: true, answer.Response, answer));
                await socket.EmitAsync("query_response", new QueryResponse(answer.Response));
                break;
            case AnswerFailed failed:
                await socket.EmitAsync("error", new ChatError(failed.Message, failed.Code));
                break;
            default:
                // The old clients know no other code.
                break;
        }
    }

    private static QueryRequest Read(SocketIoEvent received) =>
        received.Arguments.At(0) is { ValueKind: not JsonValueKind.Undefined } payload && payload.Deserialize<QueryRequest>(Json) is { } query
            ? query
            : new QueryRequest(Query: null);

    private static string? TokenOf(JsonElement auth)
    {
        try
        {
            return auth.ValueKind is JsonValueKind.Object && auth.TryGetProperty("token", out var token) && token.ValueKind is JsonValueKind.String
                ? token.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    private static string AddressOf(SocketIoSocket socket) => ClientAddress.Of(socket.Handshake.RemoteAddress);

    private static SocketIoRefusedException Refused(ErrorCode code) => new(code.Message(), new { code = code.WireName() });

    private static JsonSerializerOptions CreateJson()
    {
        var json = new JsonSerializerOptions();
        JsonDefaults.Apply(json);
        json.Converters.Add(new LenientQueryConverter());
        return json;
    }

    /// <summary>The whole answer, for the front ends that do not show it while it is streamed.</summary>
    /// <param name="Response">Its text.</param>
    internal sealed record QueryResponse(string Response);
}
