using AzuSena.Models;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Evaluation.Replies;

/// <summary>Provides recorded replies instead of a model.</summary>
internal sealed class RecordedModelSource(RecordedReplies replies, IChatModelSource? recorded) : IChatModelSource
{
    private const int ContextTokens = 8192;
    private const int OutputTokens = 1024;

    /// <inheritdoc/>
    public ModelStatus Status => recorded?.Status ?? new ModelStatus("recorded", "", ModelState.Ready);

    /// <summary>Always true: an answer without a recorded reply must fail, not be made in another way.</summary>
    public bool IsRequired => true;

    /// <inheritdoc/>
    public async ValueTask<ChatModel?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (recorded is null)
        {
            return new ChatModel(new RecordedChatClient(replies, model: null, "recorded"), "recorded", ContextTokens, OutputTokens, CallsTools: false);
        }

        // The budget of a replay, whatever the model's own, or the prompts would differ; and no tools, whose results are not recorded.
        return await recorded.CurrentAsync(cancellationToken) is { } model
            ? new ChatModel(new RecordedChatClient(replies, model.Client, model.Mode), model.Mode, ContextTokens, OutputTokens, CallsTools: false)
            : null;
    }
}

/// <summary>Registers recorded replies instead of the model.</summary>
public static class RecordedReplyServices
{
    /// <summary>Answers from <paramref name="replies"/>; if <paramref name="isRecording"/>, asks the configured model and records its replies.</summary>
    public static IServiceCollection AddRecordedReplies(this IServiceCollection services, RecordedReplies replies, bool isRecording)
    {
        var source = services.Last(service => service.ServiceType == typeof(IChatModelSource));
        return services.AddSingleton<IChatModelSource>(provider =>
            new RecordedModelSource(replies, isRecording ? Original(source, provider) : null));
    }

    private static IChatModelSource Original(ServiceDescriptor source, IServiceProvider provider) =>
        source.ImplementationInstance as IChatModelSource
        ?? source.ImplementationFactory?.Invoke(provider) as IChatModelSource
        ?? (IChatModelSource)ActivatorUtilities.CreateInstance(provider, source.ImplementationType!);
}
