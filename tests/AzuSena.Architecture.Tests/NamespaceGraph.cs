namespace AzuSena.Architecture.Tests;

/// <summary>Which namespaces call each other in a ring.</summary>
internal static class NamespaceGraph
{
    /// <summary>The largest groups in which each can be reached from each (strongly connected components of more than one).</summary>
    public static IEnumerable<string[]> Cycles(IEnumerable<(string From, string To)> edges)
    {
        var next = edges.ToLookup(edge => edge.From, edge => edge.To);
        var reach = next.ToDictionary(node => node.Key, node => Reach(node.Key, next), StringComparer.Ordinal);
        return reach.Keys
            .Where(node => reach[node].Contains(node))
            .Select(node => reach[node].Where(other => reach.TryGetValue(other, out var back) && back.Contains(node)))
            .Select(names => string.Join(' ', names.Order(StringComparer.Ordinal)))
            .Distinct(StringComparer.Ordinal)
            .Select(names => names.Split(' '));
    }

    private static HashSet<string> Reach(string from, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(next[from]);
        while (open.TryPop(out var node))
        {
            if (reached.Add(node))
            {
                foreach (var other in next[node])
                {
                    open.Push(other);
                }
            }
        }

        return reached;
    }
}
