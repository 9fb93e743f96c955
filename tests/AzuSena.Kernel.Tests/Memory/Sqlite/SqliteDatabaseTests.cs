using AzuSena.Errors;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Testing;

namespace AzuSena.Memory.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeLogger _log = new();
    private readonly SqliteDatabase _database;

    public SqliteDatabaseTests() => _database = Open("");

    [Fact]
    public void Use_NoRoomOnTheDisk_IsToldAndHarmsNothing()
    {
        Fill(_database, 10);
        // SQLite refuses pages beyond the limit as it does on a full disk.
        var full = Open("PRAGMA max_page_count = 8");

        var failure = full.Invoking(it => Fill(it, 1000)).Should().Throw<AzuSenaException>().Which;

        (failure.Code, failure.RetryAfter).Should().Be((ErrorCode.StoreUnavailable, TimeSpan.FromSeconds(5)));
        failure.ForOperator.Should().Contain("espacio");
        Count().Should().Be(10);
        AssertNothingQuarantined();
    }

    [Fact]
    public void Use_AnotherProcessWrites_IsToldAndHarmsNothing()
    {
        Fill(_database, 10);
        using var other = new SqliteConnection($"Data Source={_database.FilePath};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);

        var failure = _database.Invoking(it => it.Use(connection =>
        {
            connection.DefaultTimeout = 1;
            return connection.Execute("INSERT INTO notes VALUES (1)");
        })).Should().Throw<AzuSenaException>().Which;

        failure.Code.Should().Be(ErrorCode.StoreUnavailable);
        failure.ForOperator.Should().Contain("Otro programa");
        Count().Should().Be(10, "readers go on");
        AssertNothingQuarantined();
    }

    [Fact]
    public void Change_FileDeletedMeanwhile_IsNotToldAsKept()
    {
        Fill(_database, 10);

        _database.Invoking(it => it.Change(connection =>
        {
            File.Delete(_database.FilePath);
            return connection.Execute("INSERT INTO notes VALUES (1)");
        })).Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.StoreUnavailable);

        Count().Should().Be(0);
    }

    [Fact]
    public void Use_RowThatCannotBeRead_KeepsWhatCannotBeMadeAgain()
    {
        Fill(_database, 10);

        for (var time = 0; time < 3; time++)
        {
            _database.Invoking(it => it.Use(connection => connection.Query(row => row.GetDateTime(0), "SELECT 'no es una fecha'")))
                .Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.StoreUnavailable);
        }

        Count().Should().Be(10);
        AssertNothingQuarantined();
    }

    [Fact]
    public void Use_RowsThatNobodyCanRead_AreNotKeptWhereTheyCanBeMadeAgain()
    {
        var notices = 0;
        var derived = new SqliteDatabase(_folder.Combine("some.db"), new Migrations(typeof(object)), "", TimeProvider.System, _log)
        { IsDerived = true, Noticed = () => notices++ };
        Fill(derived, 10);

        for (var time = 0; time < 2; time++)
        {
            derived.Invoking(it => it.Use(connection => connection.Query(row => row.GetDateTime(0), "SELECT 'no es una fecha'")))
                .Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.IndexNotReady);
        }

        derived.Use(connection => connection.Scalar("SELECT count(*) FROM sqlite_schema")).Should().Be(0L);
        DatabaseDamage.Quarantined(derived.FilePath).Should().ContainSingle();
        notices.Should().BePositive();
    }

    [Fact]
    public void Use_ManyFindTheSameDamage_IsQuarantinedOnce()
    {
        Fill(_database, 2000);
        DatabaseDamage.Settle(_database.FilePath);
        DatabaseDamage.OverwriteFrom(_database.FilePath, 0.3);

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            try
            {
                _database.Use(connection => connection.Query(row => row.GetString(0), "SELECT text FROM notes"));
            }
            catch (AzuSenaException)
            {
                // As it must: damaged, or an empty one by now.
            }
        });

        Count().Should().Be(0);
        DatabaseDamage.Quarantined(_database.FilePath).Should().ContainSingle();
        _log.Collector.GetSnapshot().Should().ContainSingle(line => line.Message.Contains("quarantined", StringComparison.Ordinal));
    }

    [Fact]
    public void Use_QuarantinedTwiceInOneSecond_KeepsBoth()
    {
        for (var time = 0; time < 2; time++)
        {
            File.WriteAllText(_database.FilePath, new string('x', 10_000));
            Open("").Use(connection => connection.Scalar("SELECT 1")).Should().Be(1L);
        }

        DatabaseDamage.Quarantined(_database.FilePath).Should().HaveCount(2);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static void Fill(SqliteDatabase database, int rows) => database.Change(connection =>
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS notes (text)");
        for (var row = 0; row < rows; row++)
        {
            connection.Execute("INSERT INTO notes VALUES ($1)", $"Nota {row} {new string('x', 100)}");
        }

        return true;
    });

    private SqliteDatabase Open(string settings) => new(_folder.Combine("some.db"), new Migrations(typeof(object)), settings, TimeProvider.System, _log);

    private long Count() => _database.Use(connection =>
        connection.Scalar("SELECT 1 FROM sqlite_schema WHERE name = 'notes'") is null ? 0 : (long)connection.Scalar("SELECT count(*) FROM notes")!);

    private void AssertNothingQuarantined() => DatabaseDamage.Quarantined(_database.FilePath).Should().BeEmpty();
}
