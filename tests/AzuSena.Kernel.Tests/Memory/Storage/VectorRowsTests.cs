using AzuSena.Errors;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Memory.Storage;

public sealed class VectorRowsTests : IDisposable
{
    private const string Fingerprint = "doble:1";

    private readonly TemporaryFolder _folder = new();
    private readonly PassageStore _store;

    public VectorRowsTests()
    {
        _store = Stores.Open(_folder);
        _store.Fill(Samples.Passage("Texto."));
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(0.6f, 0.8f)]
    public void Read_VectorOfLengthOneOrZero_IsGivenAsItWas(float x, float y) =>
        Stored([x, y]).Should().ContainSingle().Which.Should().Equal(x, y);

    [Theory]
    [InlineData(1.1f, 0f)]
    [InlineData(0.3f, 0f)]
    public void Read_VectorOfAnotherLength_IsDamage(float x, float y) => this.Invoking(it => it.Stored([x, y])).Should().Throw<AzuSenaException>();

    [Fact]
    public void Find_Embedder_SaysWhetherItsVectorsWereEverComplete()
    {
        Stored([1, 0]);
        using (var before = _store.Read())
        {
            before.Vectors.Find(Fingerprint)!.Value.IsComplete.Should().BeFalse();
            before.Vectors.Find("otro").Should().BeNull();
        }

        _store.ChangeVectors(rows => rows.Complete(rows.AddEmbedder(Fingerprint)));

        using var after = _store.Read();
        after.Vectors.Find(Fingerprint)!.Value.IsComplete.Should().BeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private List<float[]> Stored(float[] vector)
    {
        _store.ChangeVectors(rows =>
        {
            var embedder = rows.AddEmbedder(Fingerprint);
            rows.Add(embedder, rows.Missing(embedder, after: 0, limit: 1).Single().TextHash, vector);
        });
        using var snapshot = _store.Read();
        var rows = snapshot.Vectors;
        var id = rows.Find(Fingerprint)!.Value.Id;
        return [.. rows.Read(id, vector.Length, rows.Keys(id)).Select(it => it.Vector)];
    }
}
