using System.Buffers.Binary;
using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Tests.Audio;

public sealed class WavReaderTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly float[] Ramp = [-1, -0.5f, 0, 0.25f, 0.5f];

    [Theory]
    [InlineData(1, 8, false)]
    [InlineData(1, 16, false)]
    [InlineData(1, 24, true)]
    [InlineData(1, 32, false)]
    [InlineData(3, 32, true)]
    [InlineData(3, 64, false)]
    public async Task ReadClipAsync_EachEncoding_GivesItsSamples(int tag, int bits, bool isExtensible)
    {
        var file = new WavFile { Tag = (ushort)tag, Bits = (ushort)bits, IsExtensible = isExtensible, Data = Encoded(Ramp, tag, bits) };

        (await ReadAsync(file)).Should().Equal(Ramp);
    }

    [Fact]
    public async Task ReadClipAsync_ManyChannels_AveragesThem()
    {
        var file = new WavFile { Channels = 4, Data = Encoded([1 / 2f, -1 / 2f, 1 / 4f, 1 / 4f, -1, -1, -1, -1], 1, 16) };

        (await ReadAsync(file)).Should().Equal(0.125f, -1);
    }

    [Fact]
    public async Task ReadClipAsync_OtherRate_KeepsTheDuration()
    {
        var file = new WavFile { SampleRate = 44_100, Channels = 2, Data = new byte[44_100 * 4] };

        (await ReadAsync(file)).Should().HaveCount(16_000);
    }

    [Fact]
    public async Task ReadClipAsync_UnknownChunks_PassesOverThem()
    {
        var file = new WavFile
        {
            Data = Encoded(Ramp, 1, 16),
            Before = [("JUNK", new byte[27])],
            Between = [("LIST", "INFOISFT"u8.ToArray()), ("bext", new byte[5_001])],
            After = [("id3 ", new byte[99])],
        };

        (await ReadAsync(file)).Should().Equal(Ramp);
    }

    [Theory]
    [InlineData(0xFFFFFFFF, 0xFFFFFFFF)]
    [InlineData(0u, 0u)]
    [InlineData(0u, 36u)]
    [InlineData(0x7FFFFFFFu, 0u)]
    [InlineData(1_000_000u, null)]
    public async Task ReadClipAsync_LengthThatWasNotKnownOrLies_ReadsWhatIsThere(uint data, uint? riff)
    {
        var file = new WavFile { Data = Encoded(Ramp, 1, 16), DataLength = data, RiffLength = riff };

        (await ReadAsync(file)).Should().Equal(Ramp);
    }

    [Fact]
    public async Task ReadClipAsync_NoSamplesAndMoreChunks_IsEmpty()
    {
        (await ReadAsync(new WavFile { After = [("LIST", new byte[64])] })).Should().BeEmpty();
    }

    [Fact]
    public async Task ReadClipAsync_Rf64_IsRead()
    {
        var file = new WavFile
        {
            Riff = "RF64",
            RiffLength = uint.MaxValue,
            DataLength = uint.MaxValue,
            Before = [("ds64", new byte[28])],
            Data = Encoded(Ramp, 1, 16)
        };

        (await ReadAsync(file)).Should().Equal(Ramp);
    }

    [Fact]
    public async Task ReadClipAsync_CutInsideAFrame_LeavesTheRestOut()
    {
        (await ReadAsync(new WavFile { Data = [.. Encoded(Ramp, 1, 16), 0x7F] })).Should().Equal(Ramp);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public async Task ReadClipAsync_SamplesThatAreNoNumbers_IsDamaged(float sample)
    {
        await Refused(new WavFile { Tag = 3, Bits = 32, Data = Encoded([0, sample], 3, 32) }, AudioProblem.Damaged);
    }

    [Fact]
    public async Task ReadClipAsync_BeyondFullScale_IsCutOffThere()
    {
        (await ReadAsync(new WavFile { Tag = 3, Bits = 32, Data = Encoded([1e30f, -7, 0.5f], 3, 32) })).Should().Equal(1, -1, 0.5f);
    }

    [Fact]
    public async Task ReadClipAsync_LongerThanTheLimit_IsRefusedWithoutReadingOn()
    {
        var endless = new EndlessStream(new WavFile { DataLength = uint.MaxValue }.ToArray());

        var act = () => WavReader.ReadClipAsync(endless, TimeSpan.FromSeconds(2));

        (await act.Should().ThrowAsync<AudioException>()).Which.Problem.Should().Be(AudioProblem.TooLong);
        endless.Position.Should().BeLessThan(200_000);
    }

    [Fact]
    public async Task ReadClipAsync_ChunkWithoutEnd_IsDamaged()
    {
        var endless = new EndlessStream([.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEJUNK"u8, 255, 255, 255, 255]);

        var act = () => WavReader.ReadClipAsync(endless, Limit);

        (await act.Should().ThrowAsync<AudioException>()).Which.Problem.Should().Be(AudioProblem.Damaged);
        endless.Position.Should().BeLessThan(100);
    }

    public static TheoryData<string, AudioProblem> BadFiles() => new()
    {
        { "channels 0", AudioProblem.Damaged },
        { "channels 33", AudioProblem.Damaged },
        { "rate 0", AudioProblem.Damaged },
        { "rate max", AudioProblem.Damaged },
        { "bits 12", AudioProblem.Damaged },
        { "bits 0", AudioProblem.Damaged },
        { "float 16", AudioProblem.Damaged },
        { "align", AudioProblem.Damaged },
        { "mu-law", AudioProblem.Unsupported },
        { "rifx", AudioProblem.Unsupported },
        { "two formats", AudioProblem.Damaged },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task ReadClipAsync_HeaderThatIsNotPossible_IsRefused(string name, AudioProblem problem)
    {
        var data = new byte[64];
        await Refused(
            name switch
            {
                "channels 0" => new WavFile { Channels = 0, Data = data },
                "channels 33" => new WavFile { Channels = 33, Data = data },
                "rate 0" => new WavFile { SampleRate = 0, Data = data },
                "rate max" => new WavFile { SampleRate = uint.MaxValue, Data = data },
                "bits 12" => new WavFile { Bits = 12, Data = data },
                "bits 0" => new WavFile { Bits = 0, Data = data },
                "float 16" => new WavFile { Tag = 3, Data = data },
                "align" => new WavFile { BlockAlign = 3, Data = data },
                "mu-law" => new WavFile { Tag = 7, Bits = 8, Data = data },
                "rifx" => new WavFile { Riff = "RIFX", Data = data },
                _ => new WavFile { Between = [("fmt ", new byte[16])], Data = data },
            },
            problem);
    }

    [Fact]
    public async Task OpenAsync_CutAnywhereInTheHeader_IsDamaged()
    {
        var whole = new WavFile { IsExtensible = true, Between = [("LIST", new byte[9])] }.ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            using var stream = new MemoryStream(whole, 0, length);
            var act = () => WavReader.OpenAsync(stream);

            (await act.Should().ThrowAsync<AudioException>($"{length} bytes are no header")).Which.Problem.Should().Be(AudioProblem.Damaged);
        }
    }

    [Fact]
    public async Task OpenAsync_SamplesBeforeTheirFormat_IsDamaged()
    {
        using var stream = new MemoryStream([.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEdata"u8, 4, 0, 0, 0, 0, 0, 0, 0]);
        var act = () => WavReader.OpenAsync(stream);

        (await act.Should().ThrowAsync<AudioException>()).Which.Problem.Should().Be(AudioProblem.Damaged);
    }

    [Theory]
    [InlineData(WavEncoding.IeeeFloat, 0)]
    [InlineData(WavEncoding.Pcm16, 1 / 32_000f)]
    public async Task WriteAsync_ReadAgain_GivesTheSameClip(WavEncoding encoding, float tolerance)
    {
        var clip = new AudioClip(Tone.Sine(440, AudioClip.SampleRate, 20_000));

        using var file = await WavWriter.ToStreamAsync(clip, encoding);
        var read = await WavReader.ReadClipAsync(file, Limit);

        read.Samples.Length.Should().Be(20_000);
        read.Samples.ToArray().Zip(clip.Samples.ToArray()).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) <= tolerance);
    }

    private static async Task<float[]> ReadAsync(WavFile file)
    {
        using var stream = new TricklingStream(file.ToArray());
        return (await WavReader.ReadClipAsync(stream, Limit)).Samples.ToArray();
    }

    private static async Task Refused(WavFile file, AudioProblem problem)
    {
        using var stream = file.ToStream();
        var act = () => WavReader.ReadClipAsync(stream, Limit);
        (await act.Should().ThrowAsync<AudioException>()).Which.Problem.Should().Be(problem);
    }

    private static byte[] Encoded(float[] samples, int tag, int bits) => [.. samples.SelectMany(sample =>
    {
        var bytes = new byte[8];
        switch (tag, bits)
        {
            case (1, 8):
                return [(byte)((sample * 128) + 128)];
            case (3, 32):
                BinaryPrimitives.WriteSingleLittleEndian(bytes, sample);
                break;
            case (3, 64):
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, sample);
                break;
            default:
                BinaryPrimitives.WriteInt64LittleEndian(bytes, (long)(sample * Math.Pow(2, bits - 1)));
                break;
        }

        return bytes[..(bits / 8)];
    })];
}
