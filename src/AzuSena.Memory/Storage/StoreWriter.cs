using System.Globalization;
using System.Text.Json;
using AzuSena.Memory.Sqlite;
using AzuSena.Passages;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>
/// One indexing run: all its changes become visible at <see cref="Commit"/>, or none. Not safe for concurrent use.
/// </summary>
public sealed class StoreWriter : IDisposable
{
    /// <summary>The content hash of a document whose passages were upserted one by one, not by indexing a folder.</summary>
    public const string PutByHand = "by hand";

    private readonly DatabaseConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly TimeProvider _time;
    private bool _changed;

    internal StoreWriter(DatabaseConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        try
        {
            _transaction = connection.Guard(() => connection.BeginTransaction(deferred: false));
            State = StoreSnapshot.StateOf(connection).State;
        }
        catch
        {
            _transaction?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The state that the run starts from.</summary>
    public StoreState State { get; }

    /// <summary>The content hash of every document, by path.</summary>
    public Dictionary<string, string> ContentHashes() => StoreSnapshot.ContentHashes(_connection);

    /// <summary>Replaces the document and passages at its path.</summary>
    public void Put(DocumentInfo document, string contentHash, IEnumerable<Passage> passages) => Put(PreparedDocument.Of(document, contentHash, passages));

    /// <summary>Replaces the document at its path.</summary>
    public void Put(PreparedDocument document)
    {
        Remove(document.Info.Path);
        var documentKey = PutDocument(document.Info, document.ContentHash);
        DocumentStates.Put(_connection, documentKey, document, _time.GetUtcNow());
        foreach (var passage in document.Passages)
        {
            Add(documentKey, passage);
        }
    }

    /// <summary>
    /// Upserts one passage; it replaces the one at its position of its document or with its id. Its document is kept even if the corpus folder lacks it.
    /// </summary>
    public void PutPassage(PreparedPassage passage)
    {
        var documentKey = PutDocument(passage.Passage.Document, PutByHand);
        _connection.Execute(
            "DELETE FROM passages WHERE public_id = $1 OR (document_id = $2 AND position = $3)", passage.Passage.Id, documentKey, passage.Passage.Position);
        Add(documentKey, passage);
    }

    /// <summary>Removes a passage, if it exists, and its document with the last one.</summary>
    public void RemovePassage(string id)
    {
        if (_connection.Scalar("DELETE FROM passages WHERE public_id = $1 RETURNING document_id", id) is { } document)
        {
            _connection.Execute("DELETE FROM documents WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM passages WHERE document_id = $1)", document);
            _changed = true;
        }
    }

    /// <summary>Publishes a staged document.</summary>
    /// <returns>The number of its passages.</returns>
    public int PutStaged(string path)
    {
        var document = StagedDocuments.Get(_connection, path);
        Put(document);
        return document.Passages.Count;
    }

    /// <summary>Records the files that the run did not read, in place of those of the last run.</summary>
    public void PutLeftOut(IEnumerable<LeftOutFile> files) => DocumentStates.Replace(_connection, files);

    /// <summary>Removes all staged documents.</summary>
    public void ClearStaged() => StagedDocuments.Clear(_connection);

    /// <summary>Removes a document and its passages, if it exists.</summary>
    public void Remove(string path)
    {
        if (_connection.Scalar("DELETE FROM documents WHERE path = $1 RETURNING id", path) is not null)
        {
            _changed = true;
        }
    }

    /// <summary>Makes the run visible; a run without changes does not increase the generation.</summary>
    public void Commit()
    {
        if (_changed)
        {
            _connection.Execute("UPDATE store SET generation = generation + 1, indexed_at = $1", _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        }

        _connection.EnsureInPlace();
        _connection.Guard(() =>
        {
            _transaction.Commit();
            return true;
        });
    }

    private long PutDocument(DocumentInfo info, string contentHash)
    {
        _changed = true;
        return (long)_connection.Scalar(
            """
            INSERT INTO documents (path, title, source, as_of, topics, validity, content_hash) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (path) DO UPDATE SET title = $2, source = $3, as_of = $4, topics = $5, validity = $6, content_hash = $7 RETURNING id
            """,
            info.Path,
            info.Title,
            info.Source,
            info.AsOf?.ToString("O", CultureInfo.InvariantCulture),
            JsonSerializer.Serialize(info.Topics ?? []),
            info.Validity,
            contentHash)!;
    }

    private void Add(long documentKey, PreparedPassage passage)
    {
        var key = PassageRows.Add(_connection, documentKey, passage);
        RuleQueries.AddMentions(_connection, key, passage.Mentions);
        _connection.Execute("INSERT INTO passage_terms (rowid, terms, asked) VALUES ($1, $2, $3)", key, passage.Terms, passage.Asked);
        _connection.Execute("INSERT INTO passage_words (rowid, words) VALUES ($1, $2)", key, passage.Words);
    }

    /// <summary>Ends the run; without <see cref="Commit"/> the store is unchanged.</summary>
    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }
}
