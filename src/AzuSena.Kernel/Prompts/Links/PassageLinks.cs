using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AzuSena.Prompts.Links;

/// <summary>
/// The web addresses of a prompt's passages. The model sees each as a placeholder (<c>[enlace 1]</c>), which it can copy without a mistake and which costs few
/// tokens; code puts the address back.
/// </summary>
public sealed partial class PassageLinks
{
    private const string Word = "enlace";

    private readonly List<string> _addresses = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The text with its web addresses replaced; its e-mail addresses stay, and are known.</summary>
    internal string Hide(string text)
    {
        var hidden = new StringBuilder();
        var end = 0;
        foreach (var range in LinkWords.In(text))
        {
            var address = text[range];
            _known.Add(LinkWords.Key(address));
            if (!LinkWords.IsMail(address))
            {
                hidden.Append(Unforged(text[end..range.Start])).Append(CultureInfo.InvariantCulture, $"[{Word} {NumberOf(address)}]");
                end = range.End.Value;
            }
        }

        return hidden.Append(Unforged(text[end..])).ToString();
    }

    /// <summary>Allows the addresses of a tool's result.</summary>
    internal void Allow(string text) => _known.UnionWith(LinkWords.In(text).Select(range => LinkWords.Key(text[range])));

    /// <summary>Whether an address, in whichever spelling, is one of the passages'.</summary>
    internal bool Knows(string address) => _known.Contains(LinkWords.Key(address));

    /// <summary>The address of a placeholder, without its brackets; null if the text is no placeholder, empty if its number is unknown.</summary>
    internal string? Resolve(ReadOnlySpan<char> inside)
    {
        var match = Placeholder().Match(inside.ToString());
        return !match.Success ? null
            : int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1 && number <= _addresses.Count ? _addresses[number - 1]
            : "";
    }

    private int NumberOf(string address)
    {
        if (!_numbers.TryGetValue(LinkWords.Key(address), out var number))
        {
            _addresses.Add(address);
            number = _addresses.Count;
            _numbers[LinkWords.Key(address)] = number;
        }

        return number;
    }

    // A passage cannot write a placeholder of its own.
    private static string Unforged(string text) => Forged().Replace(text, "(${inside})");

    [GeneratedRegex(
        @"^\s*" + Word + @"\s*(n\.?º\s*)?(?<number>[0-9]+)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"\[(?<inside>\s*" + Word + @"\s*[0-9]+\s*)\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Forged();
}
