using System.Xml;
using Microsoft.Extensions.AI;

namespace AzuSena.Prompts.Rendering;

/// <summary>
/// Parses the messages of a rendered prompt. Semantic Kernel's own parser takes the whole prompt for one user message as soon as anything in it is not XML,
/// such as a control character in a passage; this one throws instead.
/// </summary>
internal static class MessageReader
{
    private const string Root = "prompt";
    private const string Message = "message";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The messages, in order. Line numbers refer to <paramref name="prompt"/>, with <c>\n</c> as line end.</summary>
    /// <exception cref="XmlException">The tags do not match, or a character is not allowed in XML.</exception>
    /// <exception cref="MessageFormatException">It is XML, but not a sequence of messages.</exception>
    public static List<ChatMessage> Read(string prompt)
    {
        var messages = new List<ChatMessage>();
        using var text = new StringReader($"<{Root}>{prompt}</{Root}>");
        using var reader = XmlReader.Create(text, Settings);
        var lines = (IXmlLineInfo)reader;
        reader.Read();
        while (reader.Read() && reader.Depth > 0)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    break;
                case XmlNodeType.Element when reader.Name == Message:
                    messages.Add(ReadMessage(reader, lines));
                    break;
                case XmlNodeType.Element:
                    throw new MessageFormatException(lines.LineNumber, "message_foreign_tag", reader.Name);
                default:
                    throw new MessageFormatException(LineOfText(reader, lines), "text_outside", FirstLine(reader.Value));
            }
        }

        // A stray closing tag of the root would end it early and leave the rest unread.
        return reader.Read() ? throw new MessageFormatException(lines.LineNumber, "text_outside", reader.Value) : messages;
    }

    private static ChatMessage ReadMessage(XmlReader reader, IXmlLineInfo lines)
    {
        var line = lines.LineNumber;
        var role = reader.GetAttribute("role") switch
        {
            "system" => ChatRole.System,
            "user" => ChatRole.User,
            "assistant" => ChatRole.Assistant,
            var other => throw new MessageFormatException(line, other is null ? "message_role_missing" : "message_role_unknown", other ?? ""),
        };
        if (reader.AttributeCount != 1)
        {
            throw new MessageFormatException(line, "message_attribute", "");
        }

        var content = "";
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                content += reader.NodeType switch
                {
                    XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => reader.Value,
                    XmlNodeType.Element => throw new MessageFormatException(lines.LineNumber, "message_foreign_tag", reader.Name),
                    _ => throw new MessageFormatException(lines.LineNumber, "message_markup", ""),
                };
            }
        }

        return new ChatMessage(role, content.Trim());
    }

    private static int LineOfText(XmlReader reader, IXmlLineInfo lines) =>
        lines.LineNumber + reader.Value.AsSpan(0, reader.Value.Length - reader.Value.AsSpan().TrimStart().Length).Count('\n');

    private static string FirstLine(string text) => text.Trim().Split('\n', 2)[0];
}

/// <summary>The prompt is not a sequence of messages; <paramref name="rule"/> names the problem, as <see cref="PromptProblem.Rule"/> does.</summary>
internal sealed class MessageFormatException(int line, string rule, string detail) : Exception($"Line {line}: {rule} {detail}")
{
    public int Line { get; } = line;

    public string Rule { get; } = rule;

    public string Detail { get; } = detail;
}
