using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AzuSena.Mutation;

/// <summary>The changes that an expression may get.</summary>
internal static class Changes
{
    private static readonly Dictionary<SyntaxKind, string[]> _operators = new()
    {
        [SyntaxKind.LessThanToken] = ["<=", ">="],
        [SyntaxKind.LessThanEqualsToken] = ["<", ">"],
        [SyntaxKind.GreaterThanToken] = [">=", "<="],
        [SyntaxKind.GreaterThanEqualsToken] = [">", "<"],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
        [SyntaxKind.AmpersandAmpersandToken] = ["||"],
        [SyntaxKind.BarBarToken] = ["&&"],
        [SyntaxKind.PlusToken] = ["-"],
        [SyntaxKind.MinusToken] = ["+"],
        [SyntaxKind.AsteriskToken] = ["/"],
        [SyntaxKind.SlashToken] = ["*"],
        [SyntaxKind.PercentToken] = ["*"],
    };

    private static readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal)
    {
        ["Any"] = "All", ["All"] = "Any", ["First"] = "Last", ["FirstOrDefault"] = "LastOrDefault", ["Last"] = "First", ["LastOrDefault"] = "FirstOrDefault",
        ["OrderBy"] = "OrderByDescending", ["OrderByDescending"] = "OrderBy", ["ThenBy"] = "ThenByDescending", ["ThenByDescending"] = "ThenBy",
        ["Order"] = "OrderDescending", ["Min"] = "Max", ["Max"] = "Min", ["MinBy"] = "MaxBy", ["MaxBy"] = "MinBy", ["Take"] = "Skip", ["Skip"] = "Take",
        ["TakeWhile"] = "SkipWhile", ["SkipWhile"] = "TakeWhile", ["Union"] = "Intersect", ["Intersect"] = "Union", ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
    };

    /// <summary>The texts that may stand in place of an expression, each with its description.</summary>
    /// <param name="original">The expression as it is in the file.</param>
    /// <param name="visited">The same with the mutants inside it.</param>
    public static IEnumerable<(string Text, string Change)> Of(ExpressionSyntax original, ExpressionSyntax visited)
    {
        if (original.DescendantNodesAndSelf().Any(node => node is VariableDesignationSyntax or DeclarationExpressionSyntax))
        {
            // Twice the same variable does not compile.
            yield break;
        }

        switch (original, visited)
        {
            case (BinaryExpressionSyntax binary, BinaryExpressionSyntax inner)
                when _operators.TryGetValue(binary.OperatorToken.Kind(), out var others) && !IsText(binary):
                foreach (var other in others)
                {
                    yield return ($"{inner.Left} {other} {inner.Right}", $"`{binary.OperatorToken.Text}` → `{other}` in `{Short(binary)}`");
                }

                break;
            case (PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not, PrefixUnaryExpressionSyntax inner):
                yield return (inner.Operand.ToString(), $"`!` removed in `{Short(not)}`");
                break;
            case (LiteralExpressionSyntax literal, _):
                if (Literal(literal) is { } changed)
                {
                    yield return (changed, $"`{literal}` → `{changed}` in `{Short(literal.Parent!)}`");
                }

                break;
            case (InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } call,
                    InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax inner } rest)
                when _methods.TryGetValue(called.Name.Identifier.Text, out var method):
                var generic = inner.Name is GenericNameSyntax name ? name.TypeArgumentList.ToString() : "";
                yield return ($"{inner.Expression}.{method}{generic}{rest.ArgumentList}", $"`{called.Name}` → `{method}` in `{Short(call)}`");
                break;
        }

        if (IsCondition(original))
        {
            yield return ($"!({visited.WithoutTrivia()})", $"condition `{Short(original)}` negated");
        }
    }

    /// <summary>A node on one line of limited length.</summary>
    public static string Short(SyntaxNode node)
    {
        var text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 70 ? text : text[..70] + "…";
    }

    // A loop's negated condition tells nothing: it never runs or never ends.
    private static bool IsCondition(ExpressionSyntax node) => node.Parent switch
    {
        IfStatementSyntax conditional => conditional.Condition == node,
        ConditionalExpressionSyntax conditional => conditional.Condition == node,
        _ => false,
    };

    private static bool IsText(BinaryExpressionSyntax binary) => binary.IsKind(SyntaxKind.AddExpression)
        && binary.DescendantNodes().Any(node => node.IsKind(SyntaxKind.StringLiteralExpression) || node is InterpolatedStringExpressionSyntax);

    private static string? Literal(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => "false",
        SyntaxKind.FalseLiteralExpression => "true",
        SyntaxKind.NumericLiteralExpression => literal.Token.Value switch
        {
            int number => (number + 1).ToString(CultureInfo.InvariantCulture),
            double or float or long => $"{literal.Token.Text} + 1",
            _ => null,
        },
        _ => null,
    };
}
