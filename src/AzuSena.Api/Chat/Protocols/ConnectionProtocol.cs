using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AzuSena.Errors;
using AzuSena.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace AzuSena.Api.Chat.Protocols;

/// <summary>
/// The protocol of one connection, which also tracks its open calls: a message over the limit gets an <c>error</c> event before SignalR closes the connection,
/// and a connection can be closed when all calls have completed.
/// </summary>
/// <param name="inner">The negotiated protocol.</param>
/// <param name="connection">Its connection.</param>
/// <param name="limit">The longest message that SignalR accepts, in bytes.</param>
internal sealed class ConnectionProtocol(IHubProtocol inner, HubConnectionContext connection, long limit) : IHubProtocol
{
    private readonly ConcurrentDictionary<string, byte> _calls = new(StringComparer.Ordinal);
    private readonly WaitGroup _open = new();
    private bool _isTold;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public int Version => inner.Version;

    /// <inheritdoc/>
    public TransferFormat TransferFormat => inner.TransferFormat;

    /// <inheritdoc/>
    public bool IsVersionSupported(int version) => inner.IsVersionSupported(version);

    /// <summary>Ends once every call has completed.</summary>
    public Task WhenNoCallsAsync() => _open.WhenNoneAsync();

    /// <inheritdoc/>
    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        if (inner.TryParseMessage(ref input, binder, out message))
        {
            if (message is CancelInvocationMessage { InvocationId: { } cancelled })
            {
                End(cancelled);
            }
            else if (message is HubMethodInvocationMessage { InvocationId: { } id } && _calls.TryAdd(id, 0))
            {
                _open.Add();
            }

            return true;
        }

        // SignalR passes on at most the limit; if there is no message in that, it closes the connection without telling the client.
        if (input.Length >= limit && !_isTold)
        {
            _isTold = true;
            _ = TellAsync();
        }

        return false;
    }

    /// <inheritdoc/>
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        inner.WriteMessage(message, output);
        if (message is CompletionMessage { InvocationId: { } id })
        {
            End(id);
        }
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => inner.GetMessageBytes(message);

    // Before the close message, because both are written in this order.
    private async Task TellAsync()
    {
        try
        {
            var error = new ChatError(ErrorCode.RequestTooLarge.Message(), ErrorCode.RequestTooLarge.WireName());
            await connection.WriteAsync(new InvocationMessage("error", [error]));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The client disconnected.
        }
    }

    private void End(string call)
    {
        if (_calls.TryRemove(call, out _))
        {
            _open.Done();
        }
    }
}
