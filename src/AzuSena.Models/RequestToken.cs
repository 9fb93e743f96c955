using Microsoft.SemanticKernel;

namespace AzuSena.Models;

/// <summary>The token of the request that a kernel was made for. Semantic Kernel does not tell the filters of tools which one it is.</summary>
public static class RequestToken
{
    private const string Key = "AzuSena.RequestToken";

    /// <summary>Says that tools which the kernel runs are to end with this token.</summary>
    public static void SetRequestToken(this Kernel kernel, CancellationToken cancellationToken) => kernel.Data[Key] = cancellationToken;

    /// <summary>The token of the kernel's request; one that is never cancelled if none was set.</summary>
    public static CancellationToken GetRequestToken(this Kernel kernel) =>
        kernel.Data.TryGetValue(Key, out var token) && token is CancellationToken given ? given : default;
}
