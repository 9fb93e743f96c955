using AzuSena.Answering.English;
using AzuSena.Answering.Evidence;
using AzuSena.Answering.Extraction;
using AzuSena.Answering.Generation;
using AzuSena.Answering.Ranking;
using AzuSena.Answering.Readings;
using AzuSena.Answering.Tools;
using AzuSena.Answering.Tools.Slots;
using AzuSena.Answering.Tracing;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Answering;

/// <summary>Registers the answering pipeline and the composers.</summary>
public static class AnsweringServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddSettings<AnsweringOptions>(AnsweringOptions.SectionName);
        return services
            .AddSingleton<IAnswerComposer, ExtractiveComposer>()
            .AddSingleton<ComposerChoice>()
            .AddSingleton<FollowUpRewriter>()
            .AddSingleton<QuestionTranslator>()
            .AddSingleton<LeadTranslator>()
            .AddSingleton<EnglishFrame>()
            .AddSingleton<QuoteReading>()
            .AddSingleton<EvidenceSearch>()
            .AddSingleton<ISlotReader, NumberSlots>()
            .AddSingleton<ToolRouter>()
            .AddSingleton<ToolRun>()
            .AddSingleton<AnswerTools>()
            .AddSingleton<AnswerService>()
            .AddTracing();
    }
}
