using System.Buffers;
using System.Collections.Frozen;

namespace AzuSena.Prompts.Links;

/// <summary>Recognises web and e-mail addresses among the words of a text, with or without their scheme.</summary>
internal static class LinkWords
{
    /// <summary>The characters that end a word which may be an address.</summary>
    public static readonly SearchValues<char> Delimiters = SearchValues.Create(" \t\r\n<>[](){}«»“”\"‹›|*`");

    private const string Scheme = "://";
    private const string Mail = "mailto:";
    private const string Web = "www.";
    private const string Ends = ".,;:!?…'’_";

    // Enough for what is written without a scheme; anything else needs one.
    private static readonly FrozenSet<string> Domains =
        "com co org net edu gov info io app es eu us mil int".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The length of the address at the beginning of a word, without the punctuation behind it; 0 if it is none.</summary>
    public static int Length(ReadOnlySpan<char> word)
    {
        var address = word.TrimEnd(Ends);
        return HasScheme(address) || IsMail(address) || IsHost(address) ? address.Length : 0;
    }

    /// <summary>The form in which two spellings of one address are equal: no scheme, no <c>www.</c>, no final slash, lower case.</summary>
    public static string Key(string address)
    {
        var scheme = address.IndexOf(Scheme, StringComparison.Ordinal);
        var key = (scheme < 0 ? address : address[(scheme + Scheme.Length)..]).TrimEnd('/').ToLowerInvariant();
        key = key.StartsWith(Mail, StringComparison.Ordinal) ? key[Mail.Length..] : key;
        return key.StartsWith(Web, StringComparison.Ordinal) ? key[Web.Length..] : key;
    }

    /// <summary>The ranges of the addresses in a text, in order.</summary>
    public static IEnumerable<Range> In(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var rest = text.AsSpan(start);
            var length = rest.IndexOfAny(Delimiters);
            length = length < 0 ? rest.Length : length;
            if (Length(rest[..length]) is > 0 and var address)
            {
                yield return start..(start + address);
            }

            start += length + 1;
        }
    }

    /// <summary>Whether it is an e-mail address.</summary>
    public static bool IsMail(ReadOnlySpan<char> address)
    {
        var at = address.IndexOf('@');
        return at > 0 && !address.Contains(Scheme, StringComparison.Ordinal) && address[(at + 1)..].IndexOf('.') > 0 && !address[(at + 1)..].Contains('@');
    }

    private static bool HasScheme(ReadOnlySpan<char> address)
    {
        if (address.StartsWith(Web, StringComparison.OrdinalIgnoreCase))
        {
            return address.Length > Web.Length;
        }

        var scheme = address.IndexOf(Scheme, StringComparison.Ordinal);
        return scheme > 0 && scheme + Scheme.Length < address.Length && !address[..scheme].ContainsAnyExceptInRange('A', 'z');
    }

    private static bool IsHost(ReadOnlySpan<char> address)
    {
        var path = address.IndexOfAny('/', '?', '#');
        var host = path < 0 ? address : address[..path];
        var dot = host.LastIndexOf('.');
        return dot > 1 && Domains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(host[(dot + 1)..]) && IsName(host[..dot]);
    }

    private static bool IsName(ReadOnlySpan<char> host)
    {
        foreach (var character in host)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '-'))
            {
                return false;
            }
        }

        return char.IsAsciiLetterOrDigit(host[0]);
    }
}
