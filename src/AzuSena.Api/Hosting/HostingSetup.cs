using AzuSena.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Serilog;
using Serilog.Events;

namespace AzuSena.Api.Hosting;

/// <summary>The service's address, its logging, and the limits of its connections.</summary>
internal static class HostingSetup
{
    // The longest question as JSON with every character escaped is 48 kB; nothing larger needs to be read.
    private const int MaxBodyBytes = 64 * 1024;
    private const int ThreadsForAProcessor = 8;

    // Stack traces go only to the file; at the terminal they would hide what the operator has to do.
    private const string ConsoleLine = "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj}{NewLine}";

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, string[] arguments)
    {
        LetTokensPassSearches();
        // The command line takes precedence over configured settings.
        builder.Configuration.AddAzuSenaSettings().AddCommandLine(arguments);

        // In every environment, not only in development: an invalid registration must fail at startup, not at the first question.
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

        // HostGuard checks them, once the name forwarded by a trusted proxy is known.
        builder.Services.Configure<HostFilteringOptions>(filtering => filtering.AllowedHosts = ["*"]);
        builder.Services.AddHostedService<StartupNotice>();
        return builder;
    }

    // A search is processor work. With one thread per processor the tokens of every other answer would wait until it is done; with more the operating system
    // shares the processors: with 200 concurrent answers, 95 % of first tokens within 17 ms instead of 268.
    private static void LetTokensPassSearches()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, ThreadsForAProcessor * Environment.ProcessorCount), completions);
    }
}
