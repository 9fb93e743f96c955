using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Answers.Live;

/// <summary>Counts the questions that are being answered, for each live connection and for each address, and refuses those past the limits.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class QuestionSlots(IOptions<QuestionLimits> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _addresses = [];
    private readonly Dictionary<string, int> _connections = [];

    /// <summary>A place for one question, given back by disposing it; null where there is none.</summary>
    public IDisposable? TryEnter(Asker asker)
    {
        lock (_lock)
        {
            if (!HasRoom(_addresses, asker.Address, options.Value.QuestionsPerAddress)
                || (asker.Connection is { } connection && !HasRoom(_connections, connection, options.Value.QuestionsPerConnection)))
            {
                return null;
            }

            Add(_addresses, asker.Address, 1);
            Add(_connections, asker.Connection, 1);
            return new Slot(this, asker);
        }
    }

    private static bool HasRoom(Dictionary<string, int> counts, string key, int limit) => limit == 0 || counts.GetValueOrDefault(key) < limit;

    private static void Add(Dictionary<string, int> counts, string? key, int change)
    {
        if (key is not null && (CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += change) == 0)
        {
            counts.Remove(key);
        }
    }

    private sealed class Slot(QuestionSlots owner, Asker asker) : IDisposable
    {
        public void Dispose()
        {
            lock (owner._lock)
            {
                Add(owner._addresses, asker.Address, -1);
                Add(owner._connections, asker.Connection, -1);
            }
        }
    }
}
