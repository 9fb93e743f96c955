using AzuSena.Support;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Memory.Vectors;

public sealed class PassageVectorsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly EmbedderDouble _model = new();
    private readonly VectorMemory _memory;

    public PassageVectorsTests()
    {
        _memory = new VectorMemory(_model.ToEmbedder(), time: _time);
        _memory.Store.Fill(Samples.Passage("El contrato dura tres años.", path: "contrato.md"), Samples.Passage("La biblioteca.", path: "biblioteca.md"));
    }

    [Fact]
    public async Task EmbedAsync_NothingServes_IsNull() => (await _memory.Vectors.EmbedAsync("contrato", CancellationToken.None)).Should().BeNull();

    [Fact]
    public async Task EmbedAsync_Question_IsAVectorOfLengthOne()
    {
        await _memory.RefreshAsync();

        var vector = (await _memory.Vectors.EmbedAsync("contrato", CancellationToken.None))!;

        vector.Vector.Sum(component => component * component).Should().BeApproximately(1, 1e-4f);
    }

    [Fact]
    public async Task SearchAsync_ModelThatFails_AnswersByWordsAndLeavesTheModelAloneForAWhile()
    {
        await _memory.RefreshAsync();
        var calls = 0;
        _model.Before = _ =>
        {
            calls++;
            throw new HttpRequestException("down");
        };

        (await _memory.FindAsync("contrato")).Should().Equal("contrato.md");
        (await _memory.FindAsync("contrato")).Should().Equal("contrato.md");
        calls.Should().Be(1);

        _time.Advance(TimeSpan.FromSeconds(11));
        _model.Before = _ => Task.CompletedTask;
        (await _memory.FindAsync("contrato")).Should().Equal("contrato.md", "biblioteca.md");
    }

    [Fact]
    public async Task SearchAsync_ModelThatStalls_AnswersByWordsInTime()
    {
        await _memory.RefreshAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _model.Before = token =>
        {
            asked.SetResult();
            return new TaskCompletionSource().Task.WaitAsync(token);
        };

        var search = _memory.FindAsync("contrato");
        await asked.Task;
        _time.Advance(TimeSpan.FromMilliseconds(2001));

        (await search).Should().Equal("contrato.md");
    }

    [Fact]
    public async Task SearchAsync_CancelledWhileTheModelWorks_IsCancelled()
    {
        await _memory.RefreshAsync();
        using var cancellation = new CancellationTokenSource();
        _model.Before = token =>
        {
            cancellation.Cancel();
            return Task.FromCanceled(token);
        };

        await _memory.Search.Invoking(search => search.SearchAsync("contrato", 5, cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    public void Dispose() => _memory.Dispose();
}
