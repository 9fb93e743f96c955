using Microsoft.Net.Http.Headers;

namespace AzuSena.Api.Web;

/// <summary>Rewrites a request for a file to its compressed form, if there is one and the browser accepts it.</summary>
internal sealed class PrecompressedFiles(RequestDelegate next, IWebHostEnvironment environment)
{
    // Smallest first.
    private static readonly (string Extension, string Encoding)[] Forms = [(".br", "br"), (".gz", "gzip")];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.Value is { Length: > 1 } path && EncodingOf(path) is null)
        {
            foreach (var (extension, encoding) in Forms)
            {
                if (Accepts(request, encoding) && environment.WebRootFileProvider.GetFileInfo(path + extension).Exists)
                {
                    request.Path = path + extension;
                    break;
                }
            }
        }

        return next(context);
    }

    /// <summary>The encoding of a compressed file; null if it is not compressed.</summary>
    public static string? EncodingOf(string file) => Array.Find(Forms, form => file.EndsWith(form.Extension, StringComparison.Ordinal)).Encoding;

    /// <summary>The name of the uncompressed file.</summary>
    public static string WithoutEncoding(string file) => EncodingOf(file) is null ? file : file[..file.LastIndexOf('.')];

    private static bool Accepts(HttpRequest request, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        && accepted.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0);
}
