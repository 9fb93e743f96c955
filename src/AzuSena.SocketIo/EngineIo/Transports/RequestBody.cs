using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AzuSena.SocketIo.EngineIo.Transports;

/// <summary>A request's whole body, in rented memory.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstRent = 1024;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(FirstRent);
    private int _length;

    private RequestBody()
    {
    }

    public Memory<byte> Bytes => _array.AsMemory(0, _length);

    /// <summary>Reads the body.</summary>
    /// <returns>Null if it has more than <paramref name="limit"/> bytes.</returns>
    public static async Task<RequestBody?> ReadAsync(HttpContext context, int limit)
    {
        if (context.Request.ContentLength > limit)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } allowed)
        {
            allowed.MaxRequestBodySize = limit + 1L;
        }

        var body = new RequestBody();
        try
        {
            while (true)
            {
                var read = await context.Request.Body.ReadAsync(body.Space(limit), context.RequestAborted);
                body._length += read;
                if (read == 0)
                {
                    return body;
                }

                if (body._length > limit)
                {
                    body.Dispose();
                    return null;
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_array);
            _array = [];
        }
    }

    private Memory<byte> Space(int limit)
    {
        if (_length == _array.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_length * 2, limit + 1));
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }

        return _array.AsMemory(_length, Math.Min(_array.Length, limit + 1) - _length);
    }
}
