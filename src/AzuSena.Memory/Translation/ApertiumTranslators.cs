using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Translation;

/// <summary>The shared translators, one per direction; disposed with the service.</summary>
public sealed class ApertiumTranslators(TimeProvider time, ILogger<ApertiumTranslators> log) : IDisposable
{
    private readonly Dictionary<(string Direction, string Revision), ApertiumTranslator> _translators = [];
    private readonly Lock _lock = new();

    /// <summary>The translator of a mode, created once.</summary>
    public ITranslator Of(ApertiumMode mode)
    {
        lock (_lock)
        {
            var key = (mode.Direction, mode.Revision);
            if (!_translators.TryGetValue(key, out var translator))
            {
                _translators.Add(key, translator = new ApertiumTranslator(mode, time, log));
            }

            return translator;
        }
    }

    /// <summary>The translator of a direction, such as <c>eng-spa</c>; null if it is not installed.</summary>
    public ITranslator? IfInstalled(string direction) => ApertiumMode.WhyMissing(direction) is null ? Of(ApertiumMode.Find(direction)) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var translator in _translators.Values)
            {
                translator.Dispose();
            }
        }
    }
}
