using System.Net;

namespace AzuSena.Models.Availability;

/// <summary>A model server refused, failed or broke off. The message is for the log.</summary>
internal sealed class ModelServerException(string message, HttpStatusCode? status = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The status it answered with; null in mid-stream.</summary>
    public HttpStatusCode? Status => status;
}
