using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using AzuSena.Memory.Storage;
using AzuSena.Passages;

namespace AzuSena.Memory.Collections;

/// <summary>
/// Translates a filter over passages into a SQL condition: comparisons of passage and document fields with values, <c>Contains</c>, <c>StartsWith</c>, and
/// <c>&amp;&amp;</c>, <c>||</c>, <c>!</c> over these.
/// </summary>
internal sealed class ConditionTranslator
{
    private readonly ParameterExpression _passage;
    private readonly List<object?> _values = [];

    private ConditionTranslator(ParameterExpression passage) => _passage = passage;

    /// <summary>Translates a filter.</summary>
    /// <exception cref="NotSupportedException">The filter has a part that the store cannot evaluate; the message names it.</exception>
    public static PassageCondition Translate(Expression<Func<Passage, bool>> filter)
    {
        var translator = new ConditionTranslator(filter.Parameters[0]);
        var sql = translator.Condition(filter.Body);
        return new PassageCondition(sql, translator._values);
    }

    /// <summary>The column of a field of a passage, such as <c>passage.Document.Title</c>.</summary>
    /// <exception cref="NotSupportedException">No column holds the field.</exception>
    public static string ColumnOf(LambdaExpression field) =>
        new ConditionTranslator(field.Parameters[0]).Column(field.Body) ?? throw Unsupported(field.Body);

    private string Condition(Expression expression) => Unwrap(expression) switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => $"({Condition(both.Left)} AND {Condition(both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse } either => $"({Condition(either.Left)} OR {Condition(either.Right)})",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"NOT coalesce({Condition(not.Operand)}, 0)",
        BinaryExpression comparison => Comparison(comparison),
        MethodCallExpression { Method.Name: "Contains", Object: { }, Arguments: [var held] } call => Containment(call.Object, held),
        MethodCallExpression { Method.Name: "Contains", Object: null, Arguments: [var holder, var held] } => Containment(holder, held),
        MethodCallExpression { Method.Name: "StartsWith", Object: { } text, Arguments: [var start] }
            when Column(text) is { } column
            => $"substr({column}, 1, length({Value(start)})) = ${_values.Count}",
        var other when !Mentions(other) => Evaluate(other) is true ? "1" : "0",
        var other => throw Unsupported(other),
    };

    private string Comparison(BinaryExpression comparison)
    {
        var (column, value, swapped) = Column(comparison.Left) is { } left
            ? (left, comparison.Right, false)
            : (Column(comparison.Right) ?? throw Unsupported(comparison), comparison.Left, true);
        var sign = comparison.NodeType switch
        {
            ExpressionType.Equal => "IS",
            ExpressionType.NotEqual => "IS NOT",
            ExpressionType.LessThan => swapped ? ">" : "<",
            ExpressionType.LessThanOrEqual => swapped ? ">=" : "<=",
            ExpressionType.GreaterThan => swapped ? "<" : ">",
            ExpressionType.GreaterThanOrEqual => swapped ? "<=" : ">=",
            _ => throw Unsupported(comparison),
        };
        return $"{column} {sign} {Value(value)}";
    }

    // text.Contains(part), topics.Contains(topic) or values.Contains(field); a comparer passed by the caller has no SQLite equivalent.
    private string Containment(Expression holder, Expression held)
    {
        if (IsTopics(holder))
        {
            return $"EXISTS (SELECT 1 FROM json_each(d.topics) WHERE value = {Value(held)})";
        }

        if (Column(holder) is { } text)
        {
            return $"instr({text}, {Value(held)}) > 0";
        }

        return Column(held) is { } column && !Mentions(Unwrap(holder))
            ? $"{column} IN (SELECT value FROM json_each("
                + $"{Add(JsonSerializer.Serialize(((IEnumerable)Evaluate(Unwrap(holder))!).Cast<object?>().Select(Stored)))}))"
            : throw Unsupported(holder);
    }

    private bool IsTopics(Expression expression) => Path(Unwrap(expression)) is "Document.Topics";

    private string? Column(Expression expression) => Path(Unwrap(expression)) switch
    {
        "Id" => "p.public_id",
        "Position" => "p.position",
        "Text" => "p.text",
        "Document.Path" => "d.path",
        "Document.Title" => "d.title",
        "Document.Source" => "d.source",
        "Document.AsOf" => "d.as_of",
        "Document.Validity" => "d.validity",
        "Locator.Page" => "p.page",
        "Locator.Sheet" => "p.sheet",
        "Locator.Row" => "p.row",
        _ => null,
    };

    // The members that follow the passage; the Value of a nullable stands for the nullable itself.
    private string? Path(Expression expression) => expression switch
    {
        MemberExpression { Expression: { } inner, Member.Name: "Value" } when Nullable.GetUnderlyingType(inner.Type) is not null => Path(Unwrap(inner)),
        MemberExpression { Expression: { } inner } member when Unwrap(inner) == _passage => member.Member.Name,
        MemberExpression { Expression: { } inner } member when Path(Unwrap(inner)) is { } path => $"{path}.{member.Member.Name}",
        _ => null,
    };

    private string Value(Expression expression) => Mentions(expression) ? throw Unsupported(expression) : Add(Stored(Evaluate(Unwrap(expression))));

    private string Add(object? value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }

    private static object? Stored(object? value) => value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : value;

    private static object? Evaluate(Expression expression) => Expression.Lambda(expression).Compile(preferInterpretation: true).DynamicInvoke();

    private bool Mentions(Expression expression)
    {
        var finder = new ParameterFinder(_passage);
        finder.Visit(expression);
        return finder.IsFound;
    }

    // Conversions, to nullable types or to the spans that the compiler prefers for arrays, do not change the meaning.
    private static Expression Unwrap(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } unary => Unwrap(unary.Operand),
        MethodCallExpression { Method.Name: "op_Implicit" } conversion => Unwrap(conversion.Arguments[0]),
        _ => expression,
    };

    private static NotSupportedException Unsupported(Expression expression) => new($"The store cannot filter by `{expression}`.");

    private sealed class ParameterFinder(ParameterExpression wanted) : ExpressionVisitor
    {
        public bool IsFound { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            IsFound |= node == wanted;
            return node;
        }
    }
}
