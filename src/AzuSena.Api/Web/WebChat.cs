using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace AzuSena.Api.Web;

/// <summary>Serves the web chat's files, in the form compressed by the build if the browser accepts it.</summary>
internal static class WebChat
{
    public static void UseWebChat(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseMiddleware<PrecompressedFiles>();
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new UncompressedContentType(), OnPrepareResponse = Prepare });
        app.Use((context, next) => IsFile(context, app.Environment) ? RefuseMethod(context) : next(context));
    }

    // GET and HEAD requests that get here match a file.
    private static bool IsFile(HttpContext context, IWebHostEnvironment environment) =>
        context.GetEndpoint() is null
        && !HttpMethods.IsGet(context.Request.Method)
        && (context.Request.Path == "/" || environment.WebRootFileProvider.GetFileInfo(context.Request.Path).Exists);

    private static Task RefuseMethod(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }

    private static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = HashedName.Names(file.File.Name) ? "public, max-age=31536000, immutable" : "no-cache";
        if (PrecompressedFiles.EncodingOf(file.File.Name) is { } encoding)
        {
            headers.ContentEncoding = encoding;
        }

        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
    }

    // A compressed file has the type of its content.
    private sealed class UncompressedContentType : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _types = new();

        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType)
        {
            if (!_types.TryGetContentType(PrecompressedFiles.WithoutEncoding(subpath), out contentType))
            {
                return false;
            }

            contentType = contentType is "text/html" or "text/css" or "text/javascript" ? $"{contentType}; charset=utf-8" : contentType;
            return true;
        }
    }
}
