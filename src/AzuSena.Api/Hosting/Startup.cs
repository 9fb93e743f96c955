using System.Net.Sockets;
using AzuSena.Errors;
using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Hosting;

/// <summary>Runs the service; what keeps it from starting becomes one line for the operator and a non-zero exit code.</summary>
internal static class Startup
{
    private const int CannotStart = 2;

    public static async Task<int> RunAsync(Func<Task> service)
    {
        try
        {
            await service();
            return Environment.ExitCode;
        }
        catch (SettingsException exception)
        {
            return Fail(exception.Message);
        }
        catch (AzuSenaException exception)
        {
            return Fail(exception.Message);
        }
        catch (OptionsValidationException exception)
        {
            return Fail(string.Join(Environment.NewLine, exception.Failures));
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return Fail($"No se puede escuchar en la dirección pedida: revisa API_HOST y API_PORT; quizá otro programa usa el puerto. ({exception.Message})");
        }
        catch (OperationCanceledException) when (Environment.ExitCode != 0)
        {
            // Told to stop before it was up; the log says why.
            return Environment.ExitCode;
        }
        finally
        {
            await Serilog.Log.CloseAndFlushAsync();
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return CannotStart;
    }
}
