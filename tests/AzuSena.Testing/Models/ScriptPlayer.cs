using System.Text;
using Microsoft.AspNetCore.Http;

namespace AzuSena.Testing.Models;

/// <summary>Plays a script as the body of a response, in the words of one protocol.</summary>
internal sealed class ScriptPlayer(HttpContext context, ModelScript script, ModelRequest request)
{
    private readonly MemoryStream _uncut = new();

    /// <param name="write">The protocol's text of a step; null for a step that sends nothing.</param>
    /// <param name="end">The protocol's end of a reply.</param>
    public async Task PlayAsync(Func<ModelStep, string?> write, Func<string> end)
    {
        try
        {
            foreach (var step in script.Steps)
            {
                if (step is ModelStep.Die)
                {
                    await CutAsync();
                    context.Abort();
                    return;
                }

                if (step is ModelStep.Wait wait)
                {
                    await CutAsync();
                    await wait.Until().WaitAsync(script.IgnoresTheClient ? CancellationToken.None : context.RequestAborted);
                }
                else if (write(step) is { } text)
                {
                    await SendAsync(text, isToken: step is ModelStep.Token);
                }
            }

            if (script.EndsProperly)
            {
                await SendAsync(end(), isToken: false);
            }

            await CutAsync();
        }
        catch (OperationCanceledException)
        {
            // The client has left, which the request tells.
        }
    }

    private async Task SendAsync(string text, bool isToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (script.PacketLengths is not null)
        {
            _uncut.Write(bytes);
            return;
        }

        await WriteAsync(bytes, isToken);
    }

    // Sends what was gathered in packets of the lengths that the script says.
    private async Task CutAsync()
    {
        var bytes = _uncut.ToArray();
        _uncut.SetLength(0);
        for (int start = 0, packet = 0; start < bytes.Length; packet++)
        {
            var length = Math.Clamp(script.PacketLengths![packet % script.PacketLengths.Count], 1, bytes.Length - start);
            await WriteAsync(bytes.AsMemory(start, length), isToken: false);
            start += length;
        }
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, bool isToken)
    {
        var gone = context.RequestAborted;
        if (!script.IgnoresTheClient)
        {
            gone.ThrowIfCancellationRequested();
        }

        request.Sent(isToken);
        await context.Response.Body.WriteAsync(bytes, script.IgnoresTheClient ? CancellationToken.None : gone);
        await context.Response.Body.FlushAsync(script.IgnoresTheClient ? CancellationToken.None : gone);
    }
}
