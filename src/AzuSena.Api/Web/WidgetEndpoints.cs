using AzuSena.Api.Security;
using AzuSena.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Web;

/// <summary>Gives the chat on other sites its ticket.</summary>
internal static class WidgetEndpoints
{
    public static void MapWidget(this IEndpointRouteBuilder app) => app.MapPost(WidgetPaths.Ticket, Issue).ExcludeFromDescription();

    // Without sites that may show the chat nobody asks without a key.
    private static Ok<TicketView> Issue(HttpContext context, WidgetTickets tickets, IOptions<WidgetOptions> options)
    {
        if (options.Value.OriginList.Count == 0)
        {
            throw new AzuSenaException(ErrorCode.NotFound);
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new TicketView(tickets.Issue()));
    }

    /// <summary>A ticket.</summary>
    internal sealed record TicketView(string Ticket);
}
