using AzuSena.Api.Security;

namespace AzuSena.Api.Answers.Live;

/// <summary>The caller of a question, as far as the service distinguishes callers.</summary>
/// <param name="Owner">The hash of the API key, if keys are required; only the same key may stop, resume or rate the question.</param>
/// <param name="Address">The caller's address.</param>
/// <param name="Connection">The live connection of the call; null for a separate request.</param>
internal sealed record Asker(string? Owner, string Address, string? Connection = null)
{
    /// <summary>The sender of a request.</summary>
    public static Asker Of(HttpContext context, string? connection = null) =>
        new(ApiKeyOwner.Of(context.User), ClientAddress.Of(context), connection);
}
