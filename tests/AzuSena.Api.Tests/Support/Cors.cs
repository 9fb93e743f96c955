namespace AzuSena.Api.Tests.Support;

/// <summary>What a browser sends of its own accord for a page of another origin.</summary>
internal static class Cors
{
    /// <summary>The question whether the page may post JSON.</summary>
    public static HttpRequestMessage Preflight(string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-api-key");
        return request;
    }

    /// <summary>A post that needs no preflight.</summary>
    public static HttpRequestMessage SimplePost(string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        { Content = new StringContent(Asking.Greeting, mediaType: new("application/x-www-form-urlencoded")) };
        request.Headers.Add("Origin", origin);
        return request;
    }
}
