using System.Net;

namespace AzuSena.Models.Availability;

/// <summary>A model server refused, failed or broke off. The message is for the log.</summary>
internal sealed class ModelServerException(string message, HttpStatusCode? status = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The status it answered with; null in mid-stream.</summary>
    public HttpStatusCode? Status => status;

    /// <summary>Whether the server has more to do than it takes on.</summary>
    public bool IsBusy => status is HttpStatusCode.TooManyRequests;

    /// <summary>Whether the server serves and refuses this one request, which says nothing of the next.</summary>
    public bool IsAboutTheRequest => IsBusy || status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge
        or HttpStatusCode.RequestUriTooLong or HttpStatusCode.UnprocessableEntity;
}
