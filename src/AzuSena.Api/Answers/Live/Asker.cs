using AzuSena.Api.Security;

namespace AzuSena.Api.Answers.Live;

/// <summary>Who asks, as far as the service tells callers apart.</summary>
/// <param name="Owner">The hash of the API key, where keys are needed; nobody else may stop, resume or rate what they asked.</param>
/// <param name="Address">Where they call from.</param>
/// <param name="Connection">The live connection that they call over; null for a request of its own.</param>
internal sealed record Asker(string? Owner, string Address, string? Connection = null)
{
    /// <summary>Whoever sent a request.</summary>
    public static Asker Of(HttpContext context, string? connection = null) =>
        new(ApiKeyOwner.Of(context.User), ClientAddress.Of(context), connection);
}
