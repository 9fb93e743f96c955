using System.Text;
using AzuSena.Whisper.Network;
using AzuSena.Whisper.Tokens;

namespace AzuSena.Whisper.Support;

/// <summary>A vocabulary of 256 single bytes (id = byte), then the tokens with a meaning, then times of 0 to 30 s.</summary>
internal static class TinyVocabulary
{
    public const int Size = FirstTimestamp + 1501;
    public const int End = 256;
    public const int FirstTimestamp = 266;

    public static readonly string[] Special =
        ["<|endoftext|>", "<|startoftranscript|>", "<|en|>", "<|es|>", "<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>",
            "<|notimestamps|>"];

    public static TokenVocabulary Create(params (string Left, string Right)[] merges) => new(
        Enumerable.Range(0, 256).ToDictionary(value => ByteAlphabet.ToText([(byte)value]), value => value),
        Special.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => 256 + pair.index),
        merges);

    public static ModelConfig Config => new(80, 448, [7], [' ', End]);

    /// <summary>Tokens of a text.</summary>
    public static IEnumerable<int> Words(string text) => Encoding.UTF8.GetBytes(text).Select(value => (int)value);

    /// <summary>The token of a time.</summary>
    public static int Time(double seconds) => FirstTimestamp + (int)Math.Round(seconds / 0.02);
}
