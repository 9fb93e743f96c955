using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AzuSena.Prompts;
using Microsoft.SemanticKernel;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace AzuSena.Plugins.Servers;

/// <summary>
/// A tool of an MCP server as a kernel function: its arguments are checked before the call, its result is limited in time and size, and is data.
/// </summary>
internal static class McpFunction
{
    private const int MaxDescription = 500;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name of a tool's function.</summary>
    public static string NameOf(string tool) => string.Concat(tool.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>The function.</summary>
    /// <param name="tool">The tool, as its server describes it.</param>
    /// <param name="connection">The connection with the server.</param>
    /// <param name="settings">The limits.</param>
    /// <param name="time">The clock.</param>
    public static KernelFunction Of(McpClientTool tool, McpConnection connection, McpServerSettings settings, TimeProvider time)
    {
        var schema = new ToolSchema(tool.JsonSchema);
        return KernelFunctionFactory.CreateFromMethod(CallAsync, new KernelFunctionFromMethodOptions
        {
            FunctionName = NameOf(tool.Name),
            Description = Line(tool.Description),
            Parameters = schema.Parameters.Select(parameter => new KernelParameterMetadata(parameter.Name)
            {
                Description = Line(parameter.Description),
                IsRequired = parameter.IsRequired,
                ParameterType = typeof(object),
                Schema = KernelJsonSchema.Parse(parameter.Schema.GetRawText()),
            }),
        });

        async Task<string> CallAsync(KernelArguments arguments, CancellationToken cancellationToken)
        {
            var given = schema.Read(arguments);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                var result = await AskAsync(given, either.Token);
                return Text(result, settings.MaxCharacters) is var text && result.IsError is true ? throw new InvalidOperationException(text) : text;
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"The tool {tool.Name} took more than {settings.TimeoutSeconds} s.", exception);
            }
        }

        // Not asked a second time: the first may have done something.
        async Task<CallToolResult> AskAsync(Dictionary<string, object?> given, CancellationToken cancellationToken)
        {
            var client = await connection.GetAsync(cancellationToken);
            try
            {
                return await client.CallToolAsync(tool.Name, given, progress: null, options: null, cancellationToken).AsTask().WaitAsync(cancellationToken);
            }
            catch (IOException)
            {
                await connection.LeaveAsync(client);
                throw;
            }
        }
    }

    private static string Text(CallToolResult result, int most)
    {
        var text = new StringBuilder();
        foreach (var block in result.Content.OfType<TextContentBlock>())
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(block.Text.AsSpan(0, Math.Min(block.Text.Length, most)));
            if (text.Length >= most)
            {
                return $"{text.ToString(0, most)}…";
            }
        }

        var said = text.Length > 0 ? text.ToString() : result.StructuredContent is { } content ? JsonSerializer.Serialize(content, Json) : "";
        return said.Length <= most ? said : said[..most] + "…";
    }

    // A server's own words about its tools reach the model: on one line, short, and without anything that looks like a prompt.
    private static string Line(string? text)
    {
        var line = Spanish.WhiteSpace.Collapse(InertText.Of(text).Value);
        return line.Length <= MaxDescription ? line : line[..MaxDescription] + "…";
    }
}
