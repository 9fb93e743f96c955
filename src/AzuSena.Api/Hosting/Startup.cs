using System.Net.Sockets;
using AzuSena.Api.Hosting.Stopping;
using AzuSena.Errors;
using AzuSena.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Hosting;

/// <summary>
/// Runs the service until it is told to stop. A failure to start becomes one line for the operator; the exit code is 0 only if the stop was requested.
/// </summary>
internal static class Startup
{
    private const int Faulted = 1;
    private const int CannotStart = 2;

    // For the services that the host stops and disposes after the answers have ended: a plugin or a library that hangs must not keep the process alive.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan DisposeLimit = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            return await ServeAsync(build());
        }
        catch (SettingsException exception)
        {
            return Fail(exception.Message);
        }
        catch (AzuSenaException exception)
        {
            return Fail(exception.ForOperator);
        }
        catch (OptionsValidationException exception)
        {
            return Fail(string.Join(Environment.NewLine, exception.Failures));
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return Fail($"No se puede escuchar en la dirección pedida: revisa API_HOST y API_PORT; quizá otro programa usa el puerto. ({exception.Message})");
        }
        finally
        {
            await Serilog.Log.CloseAndFlushAsync();
        }
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        var isAsked = app.Services.GetRequiredService<SignalLifetime>();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Startup).FullName!);
        try
        {
            await StartAsync(app);
            await StoppingAsync(app.Lifetime);
            await StopAsync(app, log);
        }
        finally
        {
            await Task.Run(async () => await app.DisposeAsync()).WaitAsync(DisposeLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            SqliteConnection.ClearAllPools();
        }

        return Environment.ExitCode != 0 ? Environment.ExitCode : isAsked.IsAsked ? 0 : Faulted;
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it had started.
        }
    }

    private static async Task StoppingAsync(IHostApplicationLifetime lifetime)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStopping.Register(stopping.SetResult);
        await stopping.Task;
    }

    // A service that does not stop in time is abandoned, and the log says which.
    private static async Task StopAsync(WebApplication app, ILogger log)
    {
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await app.StopAsync(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception exception)
        {
            Log.StopStepFailed(log, exception);
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return CannotStart;
    }
}
