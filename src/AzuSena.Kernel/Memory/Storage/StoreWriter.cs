using System.Globalization;
using System.Text.Json;
using AzuSena.Language;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>
/// One indexing run: everything it does becomes visible at <see cref="Commit"/>, or nothing does. Not safe for concurrent use.
/// </summary>
public sealed class StoreWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly TimeProvider _time;
    private bool _changed;

    internal StoreWriter(SqliteConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        try
        {
            _transaction = connection.BeginTransaction(deferred: false);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The content hash of every document held, by path.</summary>
    public Dictionary<string, string> ContentHashes() => _connection
        .Query(row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), "SELECT path, content_hash FROM documents")
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Puts a document and its passages in the place of what was held under its path.</summary>
    public void Put(DocumentInfo document, string contentHash, IEnumerable<Passage> passages)
    {
        Remove(document.Path);
        var documentKey = (long)_connection.Scalar(
            "INSERT INTO documents (path, title, source, as_of, topics, validity, content_hash) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
            document.Path,
            document.Title,
            document.Source,
            document.AsOf?.ToString("O", CultureInfo.InvariantCulture),
            JsonSerializer.Serialize(document.Topics ?? []),
            document.Validity,
            contentHash)!;
        foreach (var passage in passages)
        {
            var key = PassageRows.Add(_connection, documentKey, passage);
            RuleQueries.AddMentions(_connection, key, passage);
            _connection.Execute("INSERT INTO passage_terms (rowid, terms) VALUES ($1, $2)", key, TermLines.Write(passage));
            _connection.Execute("INSERT INTO passage_words (rowid, words) VALUES ($1, $2)", key, Words(passage));
        }

        _changed = true;
    }

    private static string Words(Passage passage) =>
        string.Join(' ', SpanishAnalyzer.Analyze(passage.Place + '\n' + passage.Text).Select(term => term.Word).Distinct(StringComparer.Ordinal));

    /// <summary>Removes a document and its passages, if it is held.</summary>
    public void Remove(string path)
    {
        if (_connection.Scalar("DELETE FROM documents WHERE path = $1 RETURNING id", path) is not null)
        {
            _changed = true;
        }
    }

    /// <summary>Makes the run visible; a run that changed nothing leaves the generation as it is.</summary>
    public void Commit()
    {
        if (_changed)
        {
            _connection.Execute("UPDATE store SET generation = generation + 1, indexed_at = $1", _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        }

        _transaction.Commit();
    }

    /// <summary>Ends the run; without <see cref="Commit"/> the store stays as it was.</summary>
    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }
}
