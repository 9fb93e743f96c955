using System.Globalization;
using System.Text.Json;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Sqlite;
using AzuSena.Passages;
using AzuSena.Spanish.Legal;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>A passage with its terms.</summary>
/// <param name="Key">The store's internal key, for <see cref="StoreSnapshot.Load"/>; never reused for another passage.</param>
/// <param name="Terms">The passage's analysed terms, as <see cref="TermLines"/> writes them.</param>
/// <param name="Asked">The terms of the questions listed for it, a line for each.</param>
public sealed record TermMatch(long Key, string Terms, string Asked = "");

/// <summary>A consistent, read-only view of the store. Dispose it soon: it delays the checkpoint of the write-ahead log.</summary>
public sealed class StoreSnapshot : IDisposable
{
    private const string MatchTerms = "SELECT rowid, terms, asked FROM passage_terms WHERE passage_terms MATCH $1";

    private readonly DatabaseConnection _connection;
    private readonly SqliteTransaction _transaction;

    internal StoreSnapshot(DatabaseConnection connection)
    {
        _connection = connection;
        try
        {
            _transaction = connection.Guard(() => connection.BeginTransaction(deferred: true));
            (State, PassageCount, var terms) = StateOf(connection);
            AverageTermCount = PassageCount == 0 ? 0 : terms / (double)PassageCount;
        }
        catch
        {
            _transaction?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The state that it is a view of.</summary>
    public StoreState State { get; }

    /// <summary>Counts the runs that changed the store; 0 means that nothing was ever indexed.</summary>
    public long Generation => State.Generation;

    /// <summary>Distinguishes this database from others at the same path.</summary>
    public string Identity => State.Identity;

    /// <summary>The number of passages.</summary>
    public int PassageCount { get; }

    /// <summary>The average number of terms of a passage.</summary>
    public double AverageTermCount { get; }

    /// <summary>The number of documents.</summary>
    public int DocumentCount => Count("SELECT count(*) FROM documents");

    /// <summary>The passages that hold any of <paramref name="stems"/>, best first by FTS5's BM25.</summary>
    /// <param name="stems">The stems.</param>
    /// <param name="limit">The maximum number of passages.</param>
    /// <param name="allowed">The only passages that may be found, or null for all.</param>
    public List<TermMatch> Match(IEnumerable<string> stems, int limit, IEnumerable<long>? allowed = null)
    {
        if (AnyOf(stems) is not { Length: > 0 } expression)
        {
            return [];
        }

        // The plus prevents SQLite from querying FTS5 once for every allowed row.
        return allowed is null
            ? _connection.Query(ReadMatch, $"{MatchTerms} ORDER BY rank, rowid LIMIT $2", expression, limit)
            : _connection.Query(
                ReadMatch,
                $"{MatchTerms} AND +rowid IN (SELECT value FROM json_each($3)) ORDER BY rank, rowid LIMIT $2",
                expression,
                limit,
                JsonSerializer.Serialize(allowed));
    }

    /// <summary>The terms of the passages with <paramref name="keys"/>; keys of deleted passages are skipped.</summary>
    public List<TermMatch> TermsOf(IEnumerable<long> keys) => _connection.Query(
        ReadMatch,
        "SELECT t.rowid, t.terms, t.asked FROM json_each($1) k CROSS JOIN passage_terms t ON t.rowid = k.value ORDER BY t.rowid",
        JsonSerializer.Serialize(keys));

    /// <summary>Streams the terms of every passage, by key.</summary>
    internal IEnumerable<TermMatch> AllTerms() => _connection.Stream(ReadMatch, "SELECT rowid, terms, asked FROM passage_terms ORDER BY rowid");

    /// <summary>All documents, by title.</summary>
    public List<DocumentInfo> Documents() => PassageRows.Documents(_connection);

    /// <summary>All documents with what was read of them, by path.</summary>
    public List<DocumentState> DocumentStates() => Storage.DocumentStates.All(_connection);

    /// <summary>What was left out of documents that were read, of the first <paramref name="limit"/> of them by path.</summary>
    public List<(string Path, IReadOnlyList<DocumentNote> Notes)> DocumentNotes(int limit) => Storage.DocumentStates.Notes(_connection, limit);

    /// <summary>The files of the last run that were not read, by path.</summary>
    public List<LeftOutFile> LeftOut() => Storage.DocumentStates.LeftOut(_connection);

    /// <summary>The content hash of every document, by path.</summary>
    public Dictionary<string, string> ContentHashes() => ContentHashes(_connection);

    /// <summary>The content hash of every document that an earlier run has read and not published, by path.</summary>
    public Dictionary<string, string> StagedHashes() => StagedDocuments.Hashes(_connection);

    /// <summary>Opens the vectors of this state.</summary>
    internal VectorRows Vectors => new(_connection);

    /// <summary>Opens the vectors of the quotable units of this state's passages.</summary>
    internal QuoteVectorRows QuoteVectors => new(_connection);

    /// <summary>Opens the English of this state's passages.</summary>
    internal EnglishRows English => new(_connection);

    /// <summary>The passages that are the text of an article.</summary>
    public List<long> PassagesOf(RuleReference rule) => RuleQueries.PassagesOf(_connection, rule);

    /// <summary>The passages that mention an article without being one themselves.</summary>
    public List<long> PassagesThatMention(RuleReference rule) => RuleQueries.PassagesThatMention(_connection, rule);

    /// <summary>Whether any article of a law is held.</summary>
    public bool HoldsLaw(LawName law) => RuleQueries.HoldsLaw(_connection, law);

    /// <summary>The laws held by article that are identified by a name only, such as a code.</summary>
    public List<LawName> NamedLaws() => RuleQueries.Named(_connection);

    /// <summary>The number of passages that hold <paramref name="stem"/> together with any of <paramref name="others"/>.</summary>
    public int CountTogether(string stem, IEnumerable<string> others) => AnyOf(others) is { Length: > 0 } any
        ? Convert.ToInt32(
            _connection.Scalar("SELECT count(*) FROM passage_terms WHERE passage_terms MATCH $1", $"{AnyOf([stem])} AND ({any})"),
            CultureInfo.InvariantCulture)
        : 0;

    /// <summary>The number of passages of each of <paramref name="stems"/>; stems without any are left out.</summary>
    public Dictionary<string, int> DocumentFrequencies(IEnumerable<string> stems)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        using var command = _connection.Command("SELECT doc FROM passage_vocabulary WHERE term = $1", "");
        foreach (var stem in stems)
        {
            command.Parameters[0].Value = stem;
            if (_connection.Guard(command.ExecuteScalar) is long count)
            {
                frequencies[stem] = (int)count;
            }
        }

        return frequencies;
    }

    /// <summary>Every folded word of the store with the number of passages that hold it.</summary>
    public List<KeyValuePair<string, int>> Words() => _connection.Query(
        row => KeyValuePair.Create(row.GetString(0), row.GetInt32(1)),
        "SELECT term, doc FROM word_vocabulary");

    /// <summary>The passages with <paramref name="keys"/>, in that order.</summary>
    public List<Passage> Load(IEnumerable<long> keys) => keys.SelectMany(key => PassageRows.WithKey(_connection, key)).ToList();

    /// <summary>The first passages of a document, in order, up to a number; empty if there is no such document.</summary>
    public List<Passage> PassagesOf(string path, int limit) => PassageRows.Of(_connection, path, limit);

    /// <summary>The passages of a document that have listed questions, in order.</summary>
    public List<Passage> AskedPassagesOf(string path) => PassageRows.Asked(_connection, path);

    /// <summary>The listed questions of all documents, each with its document's path, in order.</summary>
    public List<(string Path, string Question)> ListedQuestions() => PassageRows.Questions(_connection);

    /// <summary>The public ids of the passages with <paramref name="keys"/>, each key once; deleted passages are left out.</summary>
    public Dictionary<long, string> PublicIds(IEnumerable<long> keys) => _connection
        .Query(
            row => KeyValuePair.Create(row.GetInt64(0), row.GetString(1)),
            "SELECT p.id, p.public_id FROM json_each($1) k CROSS JOIN passages p ON p.id = k.value",
            JsonSerializer.Serialize(keys.Distinct()))
        .ToDictionary();

    /// <summary>The passage with this public id, or null.</summary>
    public Passage? Find(string publicId) => PassageRows.WithPublicId(_connection, publicId).FirstOrDefault();

    /// <summary>The passages that match a condition, in the order of <paramref name="columns"/> and then of insertion.</summary>
    internal List<long> KeysWhere(PassageCondition condition, params IEnumerable<string> columns) => _connection.Query(
        row => row.GetInt64(0),
        $"SELECT p.id FROM passages p JOIN documents d ON d.id = p.document_id WHERE {condition.Sql} ORDER BY {string.Join(", ", columns.Append("p.id"))}",
        [.. condition.Values]);

    internal static Dictionary<string, string> ContentHashes(SqliteConnection connection) => connection
        .Query(row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), "SELECT path, content_hash FROM documents")
        .ToDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    // Stems are letters and digits only; the quotes prevent AND, OR, NOT and NEAR from being parsed as operators.
    private static string AnyOf(IEnumerable<string> stems) => string.Join(" OR ", stems.Select(stem => $"\"{stem}\""));

    /// <summary>The state that a connection sees, with the totals of passages and terms.</summary>
    internal static (StoreState State, int Passages, long Terms) StateOf(SqliteConnection connection) => connection.Understand(() => connection
        .Query(
            row => (new StoreState(row.GetString(1), row.GetInt64(0)), row.GetInt32(2), row.GetInt64(3)),
            "SELECT generation, identity, passages, terms FROM store")
        .Single());

    private int Count(string sql) => Convert.ToInt32(_connection.Scalar(sql), CultureInfo.InvariantCulture);

    private static TermMatch ReadMatch(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2));
}
