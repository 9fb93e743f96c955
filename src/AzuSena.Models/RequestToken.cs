using Microsoft.SemanticKernel;

namespace AzuSena.Models;

/// <summary>The token of the request that a kernel was created for. Semantic Kernel does not pass it to the filters of tools.</summary>
public static class RequestToken
{
    private const string Key = "AzuSena.RequestToken";

    /// <summary>Sets the token that cancels the tools which the kernel runs.</summary>
    public static void SetRequestToken(this Kernel kernel, CancellationToken cancellationToken) => kernel.Data[Key] = cancellationToken;

    /// <summary>The token of the kernel's request; if none was set, one that is never cancelled.</summary>
    public static CancellationToken GetRequestToken(this Kernel kernel) =>
        kernel.Data.TryGetValue(Key, out var token) && token is CancellationToken given ? given : default;
}
