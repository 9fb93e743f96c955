using System.Text.Json;
using System.Text.Json.Nodes;

namespace AzuSena.Answering.Evidence;

public sealed class EvidenceModelFileTests
{
    private static readonly EvidenceWeights Weights = new(Embedder: null, 10, 0.5, new Dictionary<string, double> { ["Match"] = 2 }, 0.9, 0.1, 0.2, 0.8);

    [Theory]
    [InlineData("inputs")]
    [InlineData("costs")]
    [InlineData("words")]
    public void Json_NullOrMissingPart_IsRefused(string part)
    {
        var missing = Written();
        missing.Remove(part);
        var empty = Written();
        empty[part] = null;

        missing.Invoking(Read).Should().Throw<JsonException>();
        empty.Invoking(Read).Should().Throw<JsonException>();
        Read(Written()).Words.Weights["Match"].Should().Be(2);
    }

    private static JsonObject Written() => JsonSerializer.SerializeToNode(
        new EvidenceModelFile("eval calibrate", new Dictionary<string, string>(), 1, 5, new AbstentionCosts(1, 2, 0.33), Weights, Weights),
        EvidenceModelFile.Json)!.AsObject();

    private static EvidenceModelFile Read(JsonObject json) => json.Deserialize<EvidenceModelFile>(EvidenceModelFile.Json)!;
}
