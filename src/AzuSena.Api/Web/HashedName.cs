using System.Text.RegularExpressions;

namespace AzuSena.Api.Web;

/// <summary>Recognizes files whose name contains a hash of their content, <c>index-5yW8sl2M.css</c>: different content has a different name.</summary>
internal static partial class HashedName
{
    public static bool Names(string file) => Pattern().IsMatch(file);

    [GeneratedRegex(
        @"-[A-Za-z0-9_-]{8}\.(js|css|svg)(\.br|\.gz)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
