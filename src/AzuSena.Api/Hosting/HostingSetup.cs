using System.Net;
using AzuSena.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Serilog;
using Serilog.Events;

namespace AzuSena.Api.Hosting;

/// <summary>Where the service listens and logs, and the limits of its connections.</summary>
internal static class HostingSetup
{
    // The longest question as JSON with every character escaped is 24 kB; nothing larger has to be read.
    private const int MaxBodyBytes = 64 * 1024;
    private const int MaxLogBytes = 10 * 1024 * 1024;
    private const int KeptLogs = 10;
    private const int ThreadsForAProcessor = 8;

    // Stack traces are for the file; at the terminal they would bury what the operator has to do.
    private const string ConsoleLine = "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj}{NewLine}";

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        LetTokensPassSearches();
        builder.Configuration.AddAzuSenaSettings();

        // In every environment, not only while developing: a service that cannot be made is to fail at the start, not at its first question.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.Services.AddSettings<ApiOptions>(ApiOptions.SectionName);
        var options = builder.Configuration.GetSection(ApiOptions.SectionName).Get<ApiOptions>() ?? new ApiOptions();

        builder.Host.UseSerilog((_, logging) => logging
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.SemanticKernel", LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(outputTemplate: ConsoleLine, formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(
                Path.Combine(Path.GetFullPath(options.LogDirectory, EnvironmentSettings.Home), "azusena.log"),
                formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                fileSizeLimitBytes: MaxLogBytes,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: KeptLogs));

        builder.WebHost.UseUrls($"http://{(options.Host.Contains(':') ? $"[{options.Host}]" : options.Host)}:{options.Port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });

        // A foreign page could have its own name resolve to this machine and pass for the service's own; such names are refused, unless the
        // operator names them, as a proxy that hands on its own may need.
        if (!IsReachableFromOutside(options.Host) && builder.Configuration["AllowedHosts"] is null)
        {
            builder.Services.Configure<HostFilteringOptions>(filtering =>
            {
                filtering.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
                filtering.IncludeFailureMessage = false;
            });
        }

        // A proxy on this machine may say whom it speaks for; nobody else is believed.
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
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

    /// <summary>Whether other machines can reach this address.</summary>
    public static bool IsReachableFromOutside(string host) =>
        !host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
