using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AzuSena.Mutation;

/// <summary>
/// Finds the mutants of one file and writes those that have a number into it, each behind the switch <c>Mutant.Is(number)</c>, so that one build holds all of
/// them. Adds no line, so that line numbers stay.
/// </summary>
internal sealed class MutantRewriter(string file, string room, IReadOnlyDictionary<SourceMutant, int> numbers) : CSharpSyntaxRewriter
{
    /// <summary>The mutants found.</summary>
    public List<SourceMutant> Found { get; } = [];

    /// <inheritdoc />
    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        // The compiler wants constants there.
        if (node is null or AttributeListSyntax or PatternSyntax or EnumDeclarationSyntax or CaseSwitchLabelSyntax or GotoStatementSyntax
            or InterpolationAlignmentClauseSyntax or ParameterListSyntax or BracketedParameterListSyntax or ConstructorInitializerSyntax
            || (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
            || (node is LocalDeclarationStatementSyntax local && local.Modifiers.Any(SyntaxKind.ConstKeyword)))
        {
            return node;
        }

        var visited = base.Visit(node);
        return (node, visited) switch
        {
            (ExpressionSyntax original, ExpressionSyntax changed) => WithMutants(original, changed),
            (StatementSyntax original, StatementSyntax changed) when IsRemovable(original) => Removable(original, changed),
            _ => visited,
        };
    }

    private static bool IsRemovable(StatementSyntax statement) => statement switch
    {
        ContinueStatementSyntax or ThrowStatementSyntax => true,
        // A local variable without its value does not compile.
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: var name } } } =>
            name.StartsWith('_'),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } } => false,
        ExpressionStatementSyntax => !statement.DescendantNodes().Any(node => node is DeclarationExpressionSyntax),
        _ => false,
    };

    private ExpressionSyntax WithMutants(ExpressionSyntax original, ExpressionSyntax visited)
    {
        var text = visited.WithoutTrivia().ToString();
        var isChanged = false;
        foreach (var (changed, change) in Changes.Of(original, visited.WithoutTrivia()))
        {
            if (Number(original, change) is { } number)
            {
                text = $"(global::Mutant.Is({number}) ? ({changed}) : ({text}))";
                isChanged = true;
            }
        }

        return isChanged ? SyntaxFactory.ParseExpression(text).WithTriviaFrom(original) : visited;
    }

    private StatementSyntax Removable(StatementSyntax original, StatementSyntax visited) =>
        Number(original, $"removed `{Changes.Short(original)}`") is { } number
            ? SyntaxFactory.ParseStatement($"{{ if (!global::Mutant.Is({number})) {{ {visited.WithoutTrivia()} }} }}").WithTriviaFrom(original)
            : visited;

    private int? Number(SyntaxNode node, string change)
    {
        var mutation = new SourceMutant(file, node.SpanStart, node.Span.Length, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, room, change);
        Found.Add(mutation);
        return numbers.TryGetValue(mutation, out var number) ? number : null;
    }
}
