using AzuSena.Memory.Sqlite;
using AzuSena.Spanish.Legal;
using Microsoft.Data.Sqlite;

namespace AzuSena.Memory.Storage;

/// <summary>Laws and their articles in the database. A law named without its year matches any year.</summary>
internal static class RuleQueries
{
    private const string SameLaw = "law_kind = $1 AND law_number = $2 AND ($3 IS NULL OR law_year IS NULL OR law_year = $3)";

    /// <summary>The passages that are the article's text.</summary>
    public static List<long> PassagesOf(SqliteConnection connection, RuleReference rule) => rule.Law.Number is { } number
        ? connection.Query(Key, $"SELECT id FROM passages WHERE {SameLaw} AND article = $4 ORDER BY id", rule.Law.Kind, number, rule.Law.Year, rule.Article)
        : connection.Query(Key, "SELECT id FROM passages WHERE law_number IS NULL AND law = $1 AND article = $2 ORDER BY id", rule.Law.Name, rule.Article);

    /// <summary>The passages that mention the article.</summary>
    public static List<long> PassagesThatMention(SqliteConnection connection, RuleReference rule) => rule.Law.Number is { } number
        ? connection.Query(
                Key,
                $"SELECT DISTINCT passage_id FROM rule_mentions WHERE {SameLaw} AND article = $4 ORDER BY passage_id",
                rule.Law.Kind,
                number,
                rule.Law.Year,
                rule.Article)
        : [];

    /// <summary>Whether any article of the law is held.</summary>
    public static bool HoldsLaw(SqliteConnection connection, LawName law) => law.Number is { } number
        ? connection.Scalar($"SELECT 1 FROM passages WHERE {SameLaw} AND article IS NOT NULL LIMIT 1", law.Kind, number, law.Year) is not null
        : connection.Scalar("SELECT 1 FROM passages WHERE law_number IS NULL AND law = $1 LIMIT 1", law.Name) is not null;

    /// <summary>The laws that have a name, besides their number or without one.</summary>
    public static List<LawName> Named(SqliteConnection connection) => connection.Query(
        row => new LawName(row.GetString(0), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.GetString(1)),
        "SELECT DISTINCT law_kind, law, law_number, law_year FROM passages WHERE article IS NOT NULL AND (law_number IS NULL OR law LIKE '%(%)')");

    /// <summary>Stores a passage's mentions of articles.</summary>
    public static void AddMentions(SqliteConnection connection, long passageKey, IEnumerable<RuleReference> mentions)
    {
        foreach (var rule in mentions)
        {
            connection.Execute(
                "INSERT INTO rule_mentions (passage_id, law_kind, law_number, law_year, article) VALUES ($1, $2, $3, $4, $5)",
                passageKey,
                rule.Law.Kind,
                rule.Law.Number,
                rule.Law.Year,
                rule.Article);
        }
    }

    private static long Key(SqliteDataReader row) => row.GetInt64(0);
}
