using AzuSena.Testing.Hosted;

namespace AzuSena.Api.Tests.Support;

/// <summary>The service, for the tests of starts that fail.</summary>
internal static class ServiceProgram
{
    /// <summary>The process that runs it.</summary>
    public static ProgramHost Host { get; } = new(typeof(ServiceProgram).Assembly);

    public static Task Main() => HostedProgram.ServeAsync(typeof(ApiOptions).Assembly);
}
