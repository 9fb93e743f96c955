using AzuSena.Memory.Indexing;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Memory.Reading;

public sealed class ReaderUpkeepTests
{
    [Fact]
    public async Task Run_NothingInstalled_SaysSoAndReadsNothing()
    {
        using var product = new ReaderProduct(isInstalled: false);
        product.Store.Fill(Samples.Passage("Sí."));

        await product.RefreshAsync();

        product.Reader.Status.Should().Be(ReaderStatus.None(ReaderReason.NoModel));
        (await ReadAsync(product)).Outcome.Should().Be(ReadingOutcome.NotReady);
    }

    [Fact]
    public async Task Run_SwitchedOff_SaysSo()
    {
        using var product = new ReaderProduct(new ReaderOptions());

        await product.RefreshAsync();

        product.Reader.Status.Should().Be(ReaderStatus.None(ReaderReason.Configured));
    }

    [ApertiumFact]
    public async Task Run_InstalledLater_TranslatesAndReads()
    {
        using var product = new ReaderProduct(isInstalled: false);
        product.Store.Fill(Samples.Passage("Sí."));
        await product.RefreshAsync();

        product.Install();
        await product.RefreshAsync();

        product.Reader.Status.Should().Be(new ReaderStatus("ready", Reason: null, 1, 1));
        (await ReadAsync(product)).Outcome.Should().Be(ReadingOutcome.Read);
    }

    [ApertiumFact]
    public async Task Run_ChangedPassage_IsTranslatedAgainAndTheOldOneForgotten()
    {
        using var product = new ReaderProduct();
        product.Store.Fill(Samples.Passage("Sí."), Samples.Passage("No.", path: "b.md"));
        await product.RefreshAsync();
        product.Store.Fill(Samples.Passage("Tal vez."));
        var reports = new List<IndexProgress>();

        await product.Upkeep.RunAsync(new Reports(reports), CancellationToken.None);

        reports.Should().ContainSingle().Which.Passages.Should().Be(1, "only the changed one is translated");
        EnglishCount(product).Should().Be(2);
    }

    [ApertiumFact]
    public async Task Run_BrokenNetwork_SaysSoAndIsTriedAgain()
    {
        using var product = new ReaderProduct();
        product.Break();
        product.Store.Fill(Samples.Passage("Sí."));

        await product.RefreshAsync();
        product.Reader.Status.Should().Be(ReaderStatus.None(ReaderReason.Failed));

        product.Install();
        await product.RefreshAsync();
        product.Reader.Status.State.Should().Be("ready");
    }

    [ApertiumFact]
    public async Task Run_AnotherProcessTranslates_LeavesItToIt()
    {
        using var product = new ReaderProduct();
        product.Store.Fill(Samples.Passage("Sí."));
        using (ProcessLock.TryTake(Path.Combine(product.Folder, "english.lock"), TimeProvider.System))
        {
            await product.RefreshAsync();
            product.Reader.Status.Should().Be(new ReaderStatus("building", Reason: null, 0, 1));
        }

        await product.RefreshAsync();
        product.Reader.Status.State.Should().Be("ready");
    }

    private static Task<PassageReading> ReadAsync(ReaderProduct product) =>
        product.Reader.ReadAsync("¿Sí?", [new UnitToRead(Samples.Passage("Sí."), 0)], CancellationToken.None);

    private static int EnglishCount(ReaderProduct product)
    {
        using var snapshot = product.Store.Read();
        var fingerprint = product.Reader.Served!.Fingerprint;
        return snapshot.PassageCount - snapshot.English.CountMissing(fingerprint);
    }

    private sealed class Reports(List<IndexProgress> into) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => into.Add(value);
    }
}
