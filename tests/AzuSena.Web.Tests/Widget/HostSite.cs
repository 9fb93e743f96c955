using System.Net;
using AzuSena.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AzuSena.Web.Tests.Widget;

/// <summary>A site that shows the chat: a plain page, one with a strict policy, and one whose style and scripts get in the way.</summary>
public sealed class HostSite : IAsyncDisposable
{
    // What old pages do: important rules for everything, an odd size for rem, and prototypes with more on them.
    private const string HostileStyle = """
        html { font-size: 62.5%; }
        * { box-sizing: content-box !important; font: 30px/3 serif !important; color: #600 !important; letter-spacing: 5px !important; }
        azusena-widget, dialog, iframe, svg { display: none !important; position: static !important; z-index: -1 !important; opacity: 0.1 !important; }
        button { display: none !important; pointer-events: none !important; }
        """;

    private const string HostileScript = """
        Array.prototype.first = function () { return this[0]; };
        $(function () {
          $('button, iframe, dialog').remove();
          $(document).on('keydown', function (event) { if (event.which === 27 || event.which === 13) event.preventDefault(); });
          $(document).on('click', 'a, button', function () { return false; });
          window.ready = true;
        });
        """;

    private readonly WebApplication _app;

    private HostSite(WebApplication app) => _app = app;

    /// <summary>Where the script is: the service, or a wire to it.</summary>
    public Uri Service { get; set; } = new("http://127.0.0.1/");

    public Uri Address => new(_app.Urls.Single());

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public static async Task<HostSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new HostSite(app);
        app.MapGet("/plain", () => site.Page("", ""));
        app.MapGet("/english", () => site.Page("", "", "en"));
        app.MapGet("/strict", (HttpContext context) =>
        {
            var service = site.Service.GetLeftPart(UriPartial.Authority);
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src {service}; frame-src {service}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
            return site.Page("", "");
        });
        app.MapGet("/hostile", () => site.Page("<link rel=stylesheet href=/hostile.css>", "<script src=/jquery.js></script><script src=/hostile.js></script>"));
        app.MapGet("/hostile.css", () => Results.Text(HostileStyle, "text/css"));
        app.MapGet("/hostile.js", () => Results.Text(HostileScript, "text/javascript"));
        app.MapGet("/jquery.js", () => Results.File(
            Path.Combine(Repository.Root, "src", "AzuSena.Web", "node_modules", "jquery", "dist", "jquery.min.js"), "text/javascript"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        await app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Page(string head, string scripts, string language = "es") => Results.Text(
        $"""
        <!doctype html>
        <html lang="{language}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Una institución</title>
          {head}{scripts}
          <script src="{new Uri(Service, "widget.js")}" data-title="Pregúntale a Azu" data-color="#7a0019" data-lang="{language}" defer></script>
        </head>
        <body><main><h1>Una institución</h1><p>Un párrafo de la página.</p></main></body>
        </html>
        """,
        "text/html; charset=utf-8");
}
