using AzuSena.Errors;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AzuSena.Memory.Sqlite;

public sealed class SqliteWriterTests : IDisposable
{
    private const string Secret = "Secreto-Alfa";

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;

    public SqliteWriterTests()
    {
        _database = new SqliteDatabase(
            _folder.Combine("some.db"), new Migrations(typeof(object)), SqliteWriter.Settings, TimeProvider.System, NullLogger.Instance);
        _writer = new SqliteWriter(_database);
    }

    [Fact]
    public async Task WriteAsync_ChangeThatThrows_LeavesNothingOfIt()
    {
        await CreateAsync();

        await _writer.Awaiting(it => it.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO notes VALUES ($1)", Secret);
                throw new AzuSenaException(ErrorCode.QuestionNotFound);
            },
            CancellationToken.None)).Should().ThrowAsync<AzuSenaException>();

        Count().Should().Be(0);
    }

    [Fact]
    public async Task WriteAsync_ManyAtOnce_TakeTurns()
    {
        const int Times = 50;
        await CreateAsync();
        var changes = Enumerable.Range(0, Times).Select(_ => Task.Run(() => _writer.WriteAsync(
            connection => connection.Execute("INSERT INTO notes VALUES ($1)", connection.Scalar("SELECT count(*) FROM notes")),
            CancellationToken.None)));

        await Task.WhenAll(changes);

        _database.Use(connection => connection.Query(reader => reader.GetInt32(0), "SELECT text FROM notes ORDER BY rowid"))
            .Should().Equal(Enumerable.Range(0, Times));
    }

    [Fact]
    public async Task WriteAsync_CancelledBeforeItsTurn_ChangesNothing()
    {
        await CreateAsync();
        var (begun, rest) = (new TaskCompletionSource(), new ManualResetEventSlim());
        var first = Task.Run(() => _writer.WriteAsync(
            _ =>
            {
                begun.SetResult();
                rest.Wait();
            },
            CancellationToken.None));
        await begun.Task;
        using var cancellation = new CancellationTokenSource();
        var second = AddAsync(Secret, cancellation.Token);

        await cancellation.CancelAsync();

        await second.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        rest.Set();
        await first;
        rest.Dispose();
        Count().Should().Be(0);
    }

    [Fact]
    public async Task WriteAsync_FileCannotBeUsed_IsUnavailableAndGivesTheTurnBack()
    {
        Directory.CreateDirectory(_database.FilePath);
        (await _writer.Awaiting(it => it.WriteAsync(_ => true, CancellationToken.None)).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(
            ErrorCode.StoreUnavailable);
        Directory.Delete(_database.FilePath);

        (await _writer.WriteAsync(_ => true, CancellationToken.None)).Should().BeTrue();
    }

    [Fact]
    public async Task EraseAsync_WhatWasWritten_IsInNoFile()
    {
        await CreateAsync();
        await AddAsync(Secret);
        DatabaseFiles.Text(_database.FilePath).Should().Contain(Secret);

        await _writer.EraseAsync(connection => connection.Execute("DELETE FROM notes"), CancellationToken.None);

        DatabaseFiles.Text(_database.FilePath).Should().NotContain(Secret);
    }

    [Fact]
    public async Task EraseAsync_ReaderHoldsTheLog_IsDoneByTheNext()
    {
        await CreateAsync();
        await AddAsync(Secret);
        using (var reader = _database.Open())
        using (reader.BeginTransaction(deferred: true))
        {
            reader.Scalar("SELECT count(*) FROM notes");
            await _writer.EraseAsync(connection => connection.Execute("DELETE FROM notes"), CancellationToken.None);
            Count().Should().Be(0);
        }

        await _writer.EraseAsync(_ => true, CancellationToken.None);

        DatabaseFiles.Text(_database.FilePath).Should().NotContain(Secret);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    private Task CreateAsync() => _writer.WriteAsync(connection => { connection.Execute("CREATE TABLE notes (text)"); }, CancellationToken.None);

    private Task AddAsync(string text, CancellationToken cancellationToken = default) =>
        _writer.WriteAsync(connection => { connection.Execute("INSERT INTO notes VALUES ($1)", text); }, cancellationToken);

    private long Count() => _database.Use(connection => (long)connection.Scalar("SELECT count(*) FROM notes")!);
}
