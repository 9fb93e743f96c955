using System.Globalization;
using System.Text.Json;
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
    public Dictionary<string, string> ContentHashes() => StoreSnapshot.ContentHashes(_connection);

    /// <summary>Puts a document and its passages in the place of what was held under its path.</summary>
    public void Put(DocumentInfo document, string contentHash, IEnumerable<Passage> passages) => Put(PreparedDocument.Of(document, contentHash, passages));

    /// <summary>Puts a document in the place of what was held under its path.</summary>
    public void Put(PreparedDocument document)
    {
        var info = document.Info;
        Remove(info.Path);
        var documentKey = (long)_connection.Scalar(
            "INSERT INTO documents (path, title, source, as_of, topics, validity, content_hash) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
            info.Path,
            info.Title,
            info.Source,
            info.AsOf?.ToString("O", CultureInfo.InvariantCulture),
            JsonSerializer.Serialize(info.Topics ?? []),
            info.Validity,
            document.ContentHash)!;
        foreach (var passage in document.Passages)
        {
            var key = PassageRows.Add(_connection, documentKey, passage);
            RuleQueries.AddMentions(_connection, key, passage.Mentions);
            _connection.Execute("INSERT INTO passage_terms (rowid, terms) VALUES ($1, $2)", key, passage.Terms);
            _connection.Execute("INSERT INTO passage_words (rowid, words) VALUES ($1, $2)", key, passage.Words);
        }

        _changed = true;
    }

    /// <summary>Puts a staged document.</summary>
    /// <returns>How many passages it has.</returns>
    public int PutStaged(string path)
    {
        var document = StagedDocuments.Get(_connection, path);
        Put(document);
        return document.Passages.Count;
    }

    /// <summary>Forgets every staged document.</summary>
    public void ClearStaged() => StagedDocuments.Clear(_connection);

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
