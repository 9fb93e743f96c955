using System.Text.Json;
using System.Text.Json.Nodes;
using AzuSena.Answers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Tools;

/// <summary>
/// Tells a client how far its question is: a notification for each event of the walk, numbered from 1, with a Spanish message for people and the event itself,
/// as over REST, in <c>_meta</c>.
/// </summary>
internal sealed class AskProgress
{
    /// <summary>The name of the event in the notification's <c>_meta</c>.</summary>
    public const string EventKey = "azusena/event";

    private readonly McpServer _server;
    private readonly ProgressToken? _token;
    private int _steps;

    private AskProgress(McpServer server, ProgressToken? token)
    {
        _server = server;
        _token = token;
    }

    /// <summary>The progress of a call; nothing is sent if the client did not ask for it.</summary>
    public static AskProgress Of(RequestContext<CallToolRequestParams> request) => new(request.Server, request.Params?.ProgressToken);

    /// <summary>Sends an event.</summary>
    public Task TellAsync(AnswerEvent step, CancellationToken cancellationToken) => _token is not { } token
        ? Task.CompletedTask
        : _server.NotifyProgressAsync(
            new ProgressNotificationParams
            {
                ProgressToken = token,
                Progress = new ProgressNotificationValue { Progress = ++_steps, Message = MessageOf(step) },
                Meta = new JsonObject { [EventKey] = JsonSerializer.SerializeToNode(step, McpJson.Options) },
            },
            cancellationToken);

    private static string MessageOf(AnswerEvent step) => step switch
    {
        QuestionRewritten rewritten => McpTexts.Get("Progress_QuestionRewritten", rewritten.Question),
        PassagesRetrieved retrieved => McpTexts.Get("Progress_PassagesRetrieved", retrieved.Passages.Count),
        QueuePosition queue => McpTexts.Get("Progress_QueuePosition", queue.Position),
        ModelLoading loading => McpTexts.Get("Progress_ModelLoading", loading.Model),
        ToolCalled called => McpTexts.Get("Progress_ToolCalled", called.Name),
        AnswerFailed failed => failed.Message,
        _ => McpTexts.Get($"Progress_{step.GetType().Name}"),
    };
}
