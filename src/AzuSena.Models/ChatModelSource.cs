using AzuSena.Errors;
using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AzuSena.Models;

/// <inheritdoc/>
internal sealed class ChatModelSource(IChatClient client, IModelServer server, ModelWatch watch, IOptions<LlmOptions> options, IOptions<OllamaOptions> ollama)
    : IChatModelSource
{
    private readonly ChatDefaults _defaults = new(server, options.Value, ollama.Value);

    /// <inheritdoc/>
    public ModelStatus Status => watch.Status;

    /// <inheritdoc/>
    public bool IsRequired => options.Value.Serving is not (LlmProvider.Auto or LlmProvider.None);

    /// <inheritdoc/>
    public async ValueTask<ChatModel?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (await watch.IsServingAsync(cancellationToken))
        {
            var facts = server.Facts;
            return new ChatModel(
                client,
                $"{server.Provider}:{server.Model}",
                facts.ContextTokens,
                ChatDefaults.OutputTokens(facts, options.Value),
                facts.CallsTools,
                _defaults.Apply);
        }

        return IsRequired ? throw new AzuSenaException(ErrorCode.ModelUnavailable) : null;
    }
}
