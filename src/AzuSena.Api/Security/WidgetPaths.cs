namespace AzuSena.Api.Security;

/// <summary>The paths of the chat on other sites, which are open to anybody.</summary>
internal static class WidgetPaths
{
    /// <summary>The chat itself, which the sites of <c>Widget__Origins</c> may show in a frame.</summary>
    public const string Frame = "/widget.html";

    /// <summary>Where the chat takes its ticket.</summary>
    public const string Ticket = "/widget/ticket";

    private static readonly string[] All = [Frame, Ticket, "/widget.js", "/widget-demo.html"];

    // What the chat asks for; a ticket opens nothing else.
    private static readonly string[] Served =
    [
        LivePaths.Hub, "/azusena_api/conversations", "/azusena_api/passages", "/azusena_api/suggestions", "/azusena_api/questions", "/azusena_api/speech",
    ];

    /// <summary>Whether a ticket opens a path. Traces hold more than an answer does, and are for those who have a key.</summary>
    public static bool MayUse(PathString path) =>
        Array.Exists(Served, one => path.StartsWithSegments(one)) && path.Value?.EndsWith("/trace", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>Whether a path is one of them.</summary>
    public static bool Contain(PathString path) => Array.Exists(All, one => path == one);
}
