using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AzuSena.Testing.Models;

/// <summary>One protocol's words for a reply, streamed or whole.</summary>
internal abstract class ScriptWriter
{
    protected abstract bool IsStreamed { get; }

    protected abstract string ContentType { get; }

    /// <summary>Plays the script; a whole reply is told once the script is over.</summary>
    internal async Task PlayAsync(HttpContext context, ModelScript script, ModelRequest request)
    {
        context.Response.ContentType = IsStreamed ? ContentType : "application/json";
        if (IsStreamed)
        {
            await new ScriptPlayer(context, script, request).PlayAsync(Line, End);
        }
        else
        {
            await new ScriptPlayer(context, script, request).PlayAsync(
                step =>
                {
                    Gather(step);
                    return step is ModelStep.Raw raw ? raw.Text : null;
                },
                () => Whole().ToJsonString());
        }
    }

    /// <summary>The text of a step in a stream; null for one that sends nothing.</summary>
    protected abstract string? Line(ModelStep step);

    /// <summary>The end of a stream.</summary>
    protected abstract string End();

    /// <summary>Adds a step to the whole reply.</summary>
    protected abstract void Gather(ModelStep step);

    /// <summary>The whole reply.</summary>
    protected abstract JsonObject Whole();
}
