using System.Xml;
using AzuSena.Prompts.Rendering;
using Microsoft.Extensions.AI;

namespace AzuSena.Prompts.Checks;

/// <summary>The <c>&lt;message role="…"&gt;</c> tags of a template: the roles in order, and the problems of the tags.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Text">The text inside the messages.</param>
/// <param name="Problems">The problems, as (line, rule, argument).</param>
internal sealed record MessageTags(IReadOnlyList<ChatRole> Roles, string Text, IReadOnlyList<(int Line, string Rule, string Text)> Problems)
{
    /// <summary>Parses a template whose blocks were replaced.</summary>
    public static MessageTags Read(string outline)
    {
        if (!outline.Contains("<message", StringComparison.Ordinal))
        {
            return Wrong(1, "messages_missing", "");
        }

        try
        {
            var messages = MessageReader.Read(outline);
            var texts = string.Join('\n', messages.Select(message => message.Text));
            return messages.Any(message => message.Role == ChatRole.User)
                ? new MessageTags([.. messages.Select(message => message.Role)], texts, [])
                : Wrong(1, "message_user_missing", "");
        }
        catch (MessageFormatException exception)
        {
            return Wrong(exception.Line, exception.Rule, exception.Detail);
        }
        catch (XmlException exception)
        {
            return Wrong(exception.LineNumber, "message_xml", LineOf(outline, exception.LineNumber));
        }
    }

    private static MessageTags Wrong(int line, string rule, string text) => new([], "", [(line, rule, text)]);

    private static string LineOf(string outline, int line) => outline.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "";
}
