using AzuSena.Testing;
using AzuSena.Whisper.Network;

namespace AzuSena.Whisper.Conversion;

public sealed class GgmlConversionTests
{
    private const int Seed = 20;
    private const int Sample = 50;

    [WhisperFact]
    public void Convert_BaseModel_HasSizesVocabularyAndEveryWeight()
    {
        var file = Convert(GgmlType.Q8);

        file.Magic.Should().Be(0x67676d6c);
        file.Sizes.Should().Equal(51865, 1500, 512, 8, 6, 448, 512, 8, 6, 80, 2007);
        file.Filters.Should().Equal(80, 201);
        file.Tokens.Should().HaveCount(50257);
        file.Tokens[0].Should().Equal("!"u8.ToArray());
        file.Tensors.Should().HaveCount(245, "as in the file of openai/whisper's base");
        file.Tensors["decoder.token_embedding.weight"].Dimensions.Should().Equal(512, 51865);
        file.Tensors["encoder.conv1.weight"].Dimensions.Should().Equal(3, 80, 512);
        file.Tensors["encoder.conv1.bias"].Dimensions.Should().Equal(1, 512);
        file.Tensors["encoder.blocks.0.mlp.0.weight"].Should().Match<(int Type, int[] Dimensions, float[])>(weight =>
            weight.Type == (int)GgmlType.Q8 && weight.Dimensions.SequenceEqual(new[] { 512, 2048 }));
    }

    [WhisperFact]
    public void Convert_FiftyWeights_AreWhatOnnxRuntimeComputes()
    {
        var file = Convert(GgmlType.F16);
        var random = new Random(Seed);
        var quantized = Parts().SelectMany(part => part.Names.Select(name => (Part: part, Name: name)))
            .Where(weight => weight.Part.Constant(weight.Name).IsQuantized && GgmlNames.Of(weight.Name) is not null)
            .OrderBy(_ => random.Next())
            .Take(Sample)
            .ToArray();

        quantized.Should().HaveCount(Sample);
        foreach (var (part, name) in quantized)
        {
            var constant = part.Constant(name);
            var computed = DequantizeGraph.Run(constant, part.Scale(constant), part.Zero(constant));
            var (dimensions, values) = part.Read(name);
            InOrderOf(constant, dimensions, values).Should().Equal(computed, name);
            file.Tensors[GgmlNames.Of(name)!].Values.Should().Equal(values.Select(value => (float)(Half)value), name);
        }
    }

    [WhisperFact]
    public void Convert_EightBits_AreWithinHalfAStep()
    {
        var file = Convert(GgmlType.Q8);
        var (_, values) = Parts()[0].Read("encoder.layers.3.fc1.weight");

        var stored = file.Tensors["encoder.blocks.3.mlp.0.weight"].Values;

        foreach (var (block, kept) in values.Chunk(32).Zip(stored.Chunk(32)))
        {
            // The scale of a block is a 16-bit number.
            var step = block.Max(Math.Abs) / 127 * 1.001f;
            block.Zip(kept).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) <= (step / 2) + (Math.Abs(pair.First) * 0.001f));
        }
    }

    [WhisperFact]
    public void Convert_WeightMissing_IsNamed()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(WhisperFactAttribute.Model))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(folder.Path, "encoder_model_quantized.onnx"), Path.Combine(folder.Path, "decoder_model_merged_quantized.onnx"), overwrite: true);

        FluentActions.Invoking(() => GgmlConversion.Convert(folder.Path, GgmlType.Q8, Stream.Null))
            .Should().Throw<WhisperException>().WithMessage("*has no decoder.*");
    }

    private static GgmlFile Convert(GgmlType type)
    {
        using var stream = new MemoryStream();
        GgmlConversion.Convert(WhisperFactAttribute.Model, type, stream);
        stream.Position = 0;
        return new GgmlFile(stream);
    }

    private static OnnxWeights[] Parts()
    {
        var files = ModelFiles.Find(WhisperFactAttribute.Model);
        return [new(File.ReadAllBytes(files.Encoder), "encoder"), new(File.ReadAllBytes(files.Decoder), "decoder")];
    }

    // The factors of products are stored the other way round in the export.
    private static float[] InOrderOf(OnnxTensor constant, int[] dimensions, float[] values)
    {
        if (constant.Dimensions.SequenceEqual(dimensions) && (dimensions.Length != 2 || !constant.Name.StartsWith("onnx::MatMul", StringComparison.Ordinal)))
        {
            return values;
        }

        var (rows, columns) = (constant.Dimensions[0], constant.Dimensions[1]);
        return [.. from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) select values[(column * rows) + row]];
    }
}
