using System.Globalization;
using System.Text.Json;
using AzuSena.Legal;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>A passage found by its terms.</summary>
/// <param name="Key">The store's own key, for <see cref="StoreSnapshot.Load"/>.</param>
/// <param name="Score">BM25 as FTS5 computes it (k1 = 1.2, b = 0.75), larger is better.</param>
/// <param name="Terms">The passage's analysed terms, as <see cref="TermLines"/> writes them.</param>
public sealed record TermMatch(long Key, double Score, string Terms);

/// <summary>A consistent, read-only view of the store. Dispose it soon: it holds back the clean-up of the write-ahead log.</summary>
public sealed class StoreSnapshot : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    internal StoreSnapshot(SqliteConnection connection)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction(deferred: true);
        Generation = Convert.ToInt64(connection.Scalar("SELECT generation FROM store"), CultureInfo.InvariantCulture);
    }

    /// <summary>Counts the runs that changed the store; 0 means that nothing was ever indexed.</summary>
    public long Generation { get; }

    /// <summary>How many documents are held.</summary>
    public int DocumentCount => Count("SELECT count(*) FROM documents");

    /// <summary>How many passages are held.</summary>
    public int PassageCount => Count("SELECT count(*) FROM passages");

    /// <summary>The passages that hold any of <paramref name="stems"/>, best first.</summary>
    public List<TermMatch> Match(IEnumerable<string> stems, int limit)
    {
        var expression = AnyOf(stems);
        return expression.Length == 0 ? [] : _connection.Query(
            ReadMatch,
            "SELECT rowid, -rank, terms FROM passage_terms WHERE passage_terms MATCH $1 ORDER BY rank, rowid LIMIT $2",
            expression,
            limit);
    }

    /// <summary>The passages behind <paramref name="keys"/> that hold any of <paramref name="stems"/>, best first.</summary>
    public List<TermMatch> MatchWithin(IEnumerable<string> stems, IEnumerable<long> keys) => AnyOf(stems) is { Length: > 0 } any
        ? _connection.Query(
            ReadMatch,
            "SELECT rowid, -rank, terms FROM passage_terms WHERE passage_terms MATCH $1 AND rowid IN (SELECT value FROM json_each($2)) ORDER BY rank, rowid",
            any,
            JsonSerializer.Serialize(keys))
        : [];

    /// <summary>The passages that are the text of an article.</summary>
    public List<long> PassagesOf(RuleReference rule) => RuleQueries.PassagesOf(_connection, rule);

    /// <summary>The passages that speak of an article without being one themselves.</summary>
    public List<long> PassagesThatMention(RuleReference rule) => RuleQueries.PassagesThatMention(_connection, rule);

    /// <summary>Whether any article of a law is held.</summary>
    public bool HoldsLaw(LawName law) => RuleQueries.HoldsLaw(_connection, law);

    /// <summary>The laws held by article that go by a name alone, such as a code.</summary>
    public List<LawName> LawsWithoutNumber() => RuleQueries.WithoutNumber(_connection);

    /// <summary>How many passages hold <paramref name="stem"/> together with any of <paramref name="others"/>.</summary>
    public int CountTogether(string stem, IEnumerable<string> others) => AnyOf(others) is { Length: > 0 } any
        ? Convert.ToInt32(
            _connection.Scalar("SELECT count(*) FROM passage_terms WHERE passage_terms MATCH $1", $"{AnyOf([stem])} AND ({any})"),
            CultureInfo.InvariantCulture)
        : 0;

    /// <summary>In how many passages each of <paramref name="stems"/> occurs; those that occur nowhere are left out.</summary>
    public Dictionary<string, int> DocumentFrequencies(IEnumerable<string> stems)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        using var command = _connection.Command("SELECT doc FROM passage_vocabulary WHERE term = $1", "");
        foreach (var stem in stems)
        {
            command.Parameters[0].Value = stem;
            if (command.ExecuteScalar() is long count)
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

    /// <summary>The passages behind <paramref name="keys"/>, in that order.</summary>
    public List<Passage> Load(IEnumerable<long> keys) => keys.SelectMany(key => PassageRows.WithKey(_connection, key)).ToList();

    /// <summary>The passage with this public id, or null.</summary>
    public Passage? Find(string publicId) => PassageRows.WithPublicId(_connection, publicId).FirstOrDefault();

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    // Stems are letters and digits only; the quotes keep AND, OR, NOT and NEAR from being read as operators.
    private static string AnyOf(IEnumerable<string> stems) => string.Join(" OR ", stems.Select(stem => $"\"{stem}\""));

    private int Count(string sql) => Convert.ToInt32(_connection.Scalar(sql), CultureInfo.InvariantCulture);

    private static TermMatch ReadMatch(SqliteDataReader row) => new(row.GetInt64(0), row.GetDouble(1), row.GetString(2));
}
