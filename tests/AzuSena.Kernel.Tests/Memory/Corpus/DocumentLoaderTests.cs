using System.Text;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Corpus.Tables;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Corpus;

public sealed class DocumentLoaderTests
{
    private static readonly DocumentSource Source = new("a.txt", Encoding.UTF8.GetBytes("Texto."), TableMappings.None);

    private readonly DocumentLoader _loader = new(Options.Create(new CorpusOptions { FileTimeoutSeconds = 1 }), TimeProvider.System);

    [Fact]
    public async Task ReadAsync_AnythingThrownByWhatIsMade_IsTheDocumentsFailure() =>
        (await _loader.Awaiting(loader => loader.ReadAsync<int>(Source, (_, _) => throw new InvalidTimeZoneException("roto"), CancellationToken.None))
            .Should().ThrowAsync<DocumentException>()).Which.InnerException.Should().BeOfType<InvalidTimeZoneException>();

    [Fact]
    public async Task ReadAsync_WorkThatLooksAtItsToken_EndsWithTheLimit()
    {
        var ended = new TaskCompletionSource();

        await _loader.Awaiting(loader => loader.ReadAsync(Source, (_, token) => Wait(ended, token), CancellationToken.None))
            .Should().ThrowAsync<DocumentException>().WithMessage("*más de 1 segundos*");

        await ended.Task;
    }

    [Fact]
    public async Task ReadAsync_ContentThatIsStuck_IsNotBegunAgain()
    {
        using var open = new ManualResetEventSlim();
        var begun = 0;
        Task Read() => _loader.ReadAsync(Source, (_, _) => Stick(open, ref begun), CancellationToken.None);

        await FluentActions.Awaiting(Read).Should().ThrowAsync<DocumentException>();
        await FluentActions.Awaiting(Read).Should().ThrowAsync<DocumentException>().WithMessage("*más de 1 segundos*");

        begun.Should().Be(1);
        open.Set();
    }

    private static int Wait(TaskCompletionSource ended, CancellationToken token)
    {
        token.WaitHandle.WaitOne();
        ended.SetResult();
        token.ThrowIfCancellationRequested();
        return 0;
    }

    private static int Stick(ManualResetEventSlim open, ref int begun)
    {
        begun++;
        open.Wait();
        return 0;
    }
}
