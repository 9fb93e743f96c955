using System.Net;

namespace AzuSena.Models.Availability;

/// <summary>A model server rejected a request, failed or closed the connection. The message is for the log.</summary>
internal sealed class ModelServerException(string message, HttpStatusCode? status = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The HTTP status of the response; null in the middle of a stream.</summary>
    public HttpStatusCode? Status => status;

    /// <summary>Whether the server is overloaded.</summary>
    public bool IsBusy => status is HttpStatusCode.TooManyRequests;

    /// <summary>Whether the server is available but rejects this request, which says nothing about the next one.</summary>
    public bool IsAboutTheRequest => IsBusy || status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge
        or HttpStatusCode.RequestUriTooLong or HttpStatusCode.UnprocessableEntity;
}
