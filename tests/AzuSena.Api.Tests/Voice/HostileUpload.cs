using System.Text;
using AzuSena.Testing.Voice;

namespace AzuSena.Api.Tests.Voice;

/// <summary>
/// A form that was made to do harm: a recording of some kind, damaged, in a body and under headers that are damaged too. A number decides on all of
/// it.
/// </summary>
internal static class HostileUpload
{
    private static readonly string[] Names = ["audio_file", "file", "AUDIO_FILE", "", "a\0b", "../audio_file", "x".PadRight(300, 'x')];
    private static readonly string[] FileNames =
        ["a.wav", "../../../etc/passwd", "|touch x", "$(id).webm", "-i.mp3", "a\\b.ogg", "", "%00.flac", "concat:x.wav", "http://127.0.0.1:1/x.m3u8"];
    private static readonly string[] Texts =
    [
        "#EXTM3U\nhttp://127.0.0.1:1/a.ts\n", "ffconcat version 1.0\nfile /etc/passwd\n", "<?xml version=\"1.0\"?><MPD/>", "[playlist]\nFile1=/etc/passwd\n",
            "{\"a\":1}", "%!PS", "hola",
    ];

    private static readonly byte[][] Starts =
    [
        [.. "OggS"u8], [0x1A, 0x45, 0xDF, 0xA3], [0, 0, 0, 24, .. "ftypM4A "u8], [.. "fLaC"u8], [.. "ID3"u8, 4, 0, 0], [0xFF, 0xFB, 0x90, 0x44],
            [0xFF, 0xF1, 0x50, 0x80],
        [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0], [.. "RIFX"u8], [.. "FORM"u8, 0, 0, 0, 0, .. "AIFF"u8], [],
    ];

    public static async Task<HttpRequestMessage> MakeAsync(int seed, string path)
    {
        var random = new Random(seed);
        var boundary = Pick(random, ["limite", "limite", "limite", "----x", "a b", "limite2"]);
        var body = new List<byte>();
        for (var part = random.Next(0, 3); part >= 0; part--)
        {
            Add(body, $"--{(random.Next(12) == 0 ? "otro" : boundary)}\r\nContent-Disposition: {Disposition(random)}\r\n");
            Add(body, $"{(random.Next(4) == 0 ? $"X-{random.Next()}: {new string('y', random.Next(3000))}\r\n" : "")}\r\n");
            body.AddRange(await RecordingAsync(random));
            Add(body, "\r\n");
        }

        Add(body, random.Next(5) == 0 ? "" : $"--{boundary}--\r\n");
        var content = new ByteArrayContent(Damage(random, [.. body], odds: 6));
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType(random, boundary));
        var request = new HttpRequestMessage(HttpMethod.Post, path + Pick(random, ["", "?stream=true", "?stream=1", "?x=%00"])) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", Pick(random, ["*/*", "text/event-stream", "audio/*;q=x", ""]));
        return request;
    }

    private static string ContentType(Random random, string boundary) => random.Next(10) switch
    {
        0 => "multipart/form-data",
        1 => $"multipart/form-data; boundary=\"{boundary}\"; charset=utf-7",
        2 => "multipart/mixed; boundary=limite",
        3 => $"multipart/form-data; boundary={new string('b', 200)}",
        _ => $"multipart/form-data; boundary={boundary}",
    };

    private static string Disposition(Random random) =>
        random.Next(8) == 0 ? Pick(random, ["attachment", "form-data", "form-data; name", ";;;", "form-data; name=\"a"])
        : $"form-data; name=\"{(random.Next(3) == 0 ? Pick(random, Names) : "audio_file")}\"; filename=\"{Pick(random, FileNames)}\"";

    private static async Task<byte[]> RecordingAsync(Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                return Encoding.ASCII.GetBytes(Pick(random, Texts));
            case 1:
                return Damage(random, await Clips.ToneAsync(SpeechDouble.Library, seconds: 0.2), odds: 1);
            case 2:
                var wav = await Clips.ToneAsync(SpeechDouble.Library, seconds: 0.2);
                random.NextBytes(wav.AsSpan(random.Next(12, 44), random.Next(1, 20)));
                return wav;
            default:
                var noise = new byte[random.Next(4_000)];
                random.NextBytes(noise);
                return [.. Pick(random, Starts), .. noise];
        }
    }

    private static byte[] Damage(Random random, byte[] bytes, int odds)
    {
        if (bytes.Length == 0 || random.Next(odds) > 0)
        {
            return bytes;
        }

        for (var count = random.Next(1, 20); count > 0; count--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(2) == 0 ? bytes : bytes[..random.Next(bytes.Length)];
    }

    private static T Pick<T>(Random random, T[] of) => of[random.Next(of.Length)];

    private static void Add(List<byte> body, string text) => body.AddRange(Encoding.Latin1.GetBytes(text));
}
