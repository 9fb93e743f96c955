using System.Text;

namespace AzuSena.Whisper.Tokens;

/// <summary>A model's tokens: ids, bytes, and the ones with a meaning of their own.</summary>
internal sealed class TokenVocabulary
{
    private readonly byte[]?[] _bytes;
    private readonly Dictionary<string, int> _special;
    private readonly BytePairs _pairs;

    /// <param name="pieces">Id of each piece of text, written in <see cref="ByteAlphabet"/>.</param>
    /// <param name="special">Id of each token that is no text, such as <c>&lt;|es|&gt;</c>.</param>
    /// <param name="merges">Pairs of pieces that grow together, the most frequent first.</param>
    public TokenVocabulary(IReadOnlyDictionary<string, int> pieces, Dictionary<string, int> special, IReadOnlyList<(string Left, string Right)> merges)
    {
        _special = special;
        _bytes = new byte[]?[pieces.Values.Concat(special.Values).DefaultIfEmpty(-1).Max() + 1];
        foreach (var (piece, id) in pieces)
        {
            if (!special.ContainsKey(piece))
            {
                _bytes[id] = ByteAlphabet.ToBytes(piece) ?? Encoding.UTF8.GetBytes(piece);
            }
        }

        _pairs = new BytePairs(pieces, merges);
        EndOfText = Require("<|endoftext|>");
        StartOfTranscript = Require("<|startoftranscript|>");
        Transcribe = Require("<|transcribe|>");
        StartOfPrevious = Require("<|startofprev|>");
        NoTimestamps = Require("<|notimestamps|>");
        NoSpeech = Find("<|nospeech|>") ?? Find("<|nocaptions|>") ?? NoTimestamps - 1;
        FirstTimestamp = NoTimestamps + 1;
        Languages = Enumerable.Range(StartOfTranscript + 1, Math.Max(0, Require("<|translate|>") - StartOfTranscript - 1))
            .Join(special, id => id, pair => pair.Value, (id, pair) => (id, Code: pair.Key.Trim('<', '>', '|')))
            .ToDictionary(pair => pair.Code, pair => pair.id);
    }

    /// <summary>Ends a text.</summary>
    public int EndOfText { get; }

    /// <summary>Begins a transcription.</summary>
    public int StartOfTranscript { get; }

    /// <summary>Asks for the words in the language that is spoken.</summary>
    public int Transcribe { get; }

    /// <summary>Begins what was said before.</summary>
    public int StartOfPrevious { get; }

    /// <summary>Asks for a text without times.</summary>
    public int NoTimestamps { get; }

    /// <summary>The model's word for a recording that nobody speaks in.</summary>
    public int NoSpeech { get; }

    /// <summary>The time 0; each later token is 0.02 s more.</summary>
    public int FirstTimestamp { get; }

    /// <summary>Token of each language, by its code such as <c>es</c>.</summary>
    public IReadOnlyDictionary<string, int> Languages { get; }

    /// <summary>The text of tokens; those that are no text are left out.</summary>
    public string Decode(IEnumerable<int> tokens)
    {
        var text = new TokenText();
        var result = new StringBuilder();
        foreach (var token in tokens)
        {
            result.Append(text.Add(BytesOf(token)));
        }

        return result.Append(text.Finish()).ToString();
    }

    /// <summary>The bytes of a token; none where it is no text.</summary>
    public ReadOnlySpan<byte> BytesOf(int token) => token >= 0 && token < _bytes.Length ? _bytes[token] : [];

    /// <summary>The tokens of a text.</summary>
    public IReadOnlyList<int> Encode(string text) => _pairs.Encode(text);

    private int? Find(string name) => _special.TryGetValue(name, out var id) ? id : null;

    private int Require(string name) => Find(name) ?? throw new WhisperException($"The tokenizer has no {name}: this is no multilingual Whisper model.");
}
