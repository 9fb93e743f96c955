namespace AzuSena.Faiss.Tests.Conformance;

public abstract partial class VectorIndexConformance
{
    [MetricTheory, BothMetrics]
    public void Load_AfterSave_FindsTheSame(Metric metric)
    {
        foreach (var count in (int[])[0, 1, 60, 700])
        {
            var (index, model) = Filled(metric, count);
            using var saved = index;
            saved.Remove([100 + (count / 2), 100 + (count / 3)]);
            model.Vectors.Remove(100 + (count / 2));
            model.Vectors.Remove(100 + (count / 3));
            saved.Save(_folder.Combine("index"));
            using var loaded = Load(_folder.Combine("index"), Dimension, metric);

            loaded.Count.Should().Be(saved.Count);
            loaded.TombstoneShare.Should().Be(saved.TombstoneShare);
            for (var seed = 0; seed < 10; seed++)
            {
                loaded.Search(Query(seed), 10).Should().Equal(saved.Search(Query(seed), 10));
            }

            var more = VectorData.Uniform(new Random(2), 50, Dimension);
            loaded.Add(VectorData.Ids(50), more);
            model.Add(VectorData.Ids(50), more, Dimension);
            ShouldFit(loaded.Search(Query(), 20), model, Query(), 20);
            loaded.Remove(VectorData.Ids(50)).Should().Be(50);
        }
    }

    [MetricTheory, BothMetrics]
    public void Save_OverAnotherFile_ReplacesItAndLeavesNothingElse(Metric metric)
    {
        var (index, _) = Filled(metric, 60);
        using (index)
        {
            index.Save(_folder.Combine("index"));
            index.Remove([100]);
            index.Save(_folder.Combine("index"));
        }

        Directory.GetFileSystemEntries(_folder.Path).Should().ContainSingle();
        using var loaded = Load(_folder.Combine("index"), Dimension, metric);
        loaded.Count.Should().Be(59);
    }

    [MetricTheory, BothMetrics]
    public void Save_WhereNothingCanBeWritten_SaysSo(Metric metric)
    {
        var (index, _) = Filled(metric, 60);
        using (index)
        {
            index.Invoking(i => i.Save(_folder.Combine("missing/index"))).Should().Throw<IOException>();
            Directory.CreateDirectory(_folder.Combine("folder"));
            index.Invoking(i => i.Save(_folder.Combine("folder")))
                .Should().Throw<Exception>().Which.Should().Match(e => e is IOException || e is UnauthorizedAccessException);
            Directory.GetFiles(_folder.Path).Should().BeEmpty("an unfinished file is taken away");
        }
    }

    [MetricTheory, BothMetrics]
    public void Load_AnotherIndexThanAskedFor_IsRefused(Metric metric)
    {
        var path = SavedIndex(metric);
        var other = metric == Metric.L2 ? Metric.InnerProduct : Metric.L2;
        FluentActions.Invoking(() => Load(path, Dimension + 1, metric)).Should().Throw<VectorIndexException>().WithMessage("*8 dimensions, not 9*");
        FluentActions.Invoking(() => Load(path, Dimension, other)).Should().Throw<VectorIndexException>().WithMessage($"*{metric}, not {other}*");
        FluentActions.Invoking(() => Load(_folder.Combine("none"), Dimension, metric)).Should().Throw<FileNotFoundException>();
    }

    [MetricTheory, BothMetrics]
    public void Load_TruncatedFile_IsRefused(Metric metric)
    {
        var path = SavedIndex(metric);
        var whole = File.ReadAllBytes(path);
        var random = new Random(4);
        var lengths = Enumerable.Range(0, 80).Concat(Enumerable.Range(1, 80).Select(less => whole.Length - less))
            .Concat(Enumerable.Range(0, 200).Select(_ => random.Next(whole.Length)));
        foreach (var length in lengths)
        {
            ShouldRefuse(whole[..length], metric, $"{length} of {whole.Length} bytes are left");
        }

        ShouldRefuse([.. whole, 0], metric, "there is a byte too many");
    }

    [MetricTheory, BothMetrics]
    public void Load_DamagedFile_IsRefused(Metric metric)
    {
        var whole = File.ReadAllBytes(SavedIndex(metric));
        var random = new Random(5);
        foreach (var at in Enumerable.Range(0, 80).Concat(Enumerable.Range(0, 300).Select(_ => random.Next(whole.Length))))
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= (byte)random.Next(1, 256);
            ShouldRefuse(damaged, metric, $"byte {at} is another");
        }

        random.NextBytes(whole);
        ShouldRefuse(whole, metric, "it is noise");
        ShouldRefuse(new byte[whole.Length], metric, "it is zeros");
    }

    private string SavedIndex(Metric metric)
    {
        var (index, _) = Filled(metric, 400);
        using (index)
        {
            index.Save(_folder.Combine("whole"));
        }

        return _folder.Combine("whole");
    }

    private void ShouldRefuse(byte[] content, Metric metric, string why)
    {
        var path = _folder.Combine("damaged");
        File.WriteAllBytes(path, content);
        FluentActions.Invoking(() => Load(path, Dimension, metric)).Should().Throw<VectorIndexException>(why);
    }
}
