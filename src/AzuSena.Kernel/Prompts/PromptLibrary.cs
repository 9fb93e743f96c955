using AzuSena.Errors;
using AzuSena.Prompts.Checks;
using AzuSena.Prompts.Files;
using AzuSena.Prompts.Gate;
using AzuSena.Prompts.Variants;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>
/// The prompts that serve. Each is replaced as a whole when its files change and pass every check; until then, and when an edit does not pass, the last
/// good one serves.
/// </summary>
/// <remarks>May be used from many threads. A <see cref="Prompt"/> that was handed out stays as it is.</remarks>
public sealed class PromptLibrary
{
    private readonly Lock _refreshing = new();
    private readonly Dictionary<string, (string Fingerprint, long Since)> _pending = new(StringComparer.Ordinal);
    private readonly Kernel _kernel;
    private readonly PromptOptions _options;
    private readonly VariantShares _shares;
    private readonly PromptGate _gate;
    private readonly TimeProvider _time;
    private readonly ILogger<PromptLibrary> _log;
    private volatile PromptSet _set = PromptSet.Empty;

    /// <summary>Reads the folder.</summary>
    public PromptLibrary(Kernel kernel, IOptions<PromptOptions> options, TimeProvider time, ILogger<PromptLibrary> log)
    {
        _kernel = kernel;
        _options = options.Value;
        _gate = new PromptGate(_options.VerdictsDirectory, _options.Gate);
        _time = time;
        _log = log;
        _ = VariantShares.TryParse(_options.Variants, out _shares);
        Read(isStart: true);
    }

    /// <summary>Raised after a change of what serves or of what is wrong, on the thread that found it.</summary>
    public event EventHandler? Changed;

    /// <summary>What is wrong now; empty when all is well. An error here means that an older version serves, or none.</summary>
    public IReadOnlyList<PromptProblem> Problems => _set.Problems;

    /// <summary>Every prompt that serves, variants too, by name.</summary>
    public IReadOnlyList<Prompt> All => _set.Prompts;

    /// <summary>The prompt that serves now.</summary>
    /// <param name="name">One of <see cref="WalkPrompts"/>, or another folder.</param>
    /// <param name="variant">The variant that a request asks for; <c>base</c> for the prompt itself; null to let <paramref name="key"/> decide.</param>
    /// <param name="key">What decides among the variants by their shares: the conversation's id, or the question's. The same key gets the same variant.</param>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: there is no such variant.</exception>
    /// <exception cref="SettingsException">There is no such prompt, or it was never good; the message names its problems.</exception>
    public Prompt Get(string name, string? variant = null, string? key = null)
    {
        var set = _set;
        var prompt = set.Find(name, variant: null) ?? throw (WalkPrompts.Find(name) is null ? Unknown(name, set) : NeverGood([name], set));
        if (variant is null)
        {
            var chosen = key is null ? null : _shares.Choose(name, key);
            return chosen is null ? prompt : set.Find(name, chosen) ?? prompt;
        }

        return variant == PromptName.Base ? prompt : set.Find(name, variant) ?? throw NoSuchVariant(name, set);
    }

    /// <summary>Throws where a prompt of the walk was never good.</summary>
    /// <exception cref="SettingsException">Names the prompts and their problems, a line each.</exception>
    public void EnsureComplete()
    {
        var set = _set;
        var missing = WalkPrompts.All.Select(prompt => prompt.Name).Where(name => set.Find(name, variant: null) is null).ToList();
        if (missing.Count > 0)
        {
            throw NeverGood(missing, set);
        }
    }

    /// <summary>
    /// Reads the folder again. A change counts once two readings, <see cref="PromptOptions.SettleMilliseconds"/> or more apart, show the same, so that what an
    /// editor is still writing does not.
    /// </summary>
    /// <returns>Whether there is a change that another reading must confirm.</returns>
    public bool Refresh()
    {
        lock (_refreshing)
        {
            var before = _set;
            var isPending = Read(isStart: false);
            if (!ReferenceEquals(before, _set))
            {
                Changed?.Invoke(this, EventArgs.Empty);
            }

            return isPending;
        }
    }

    private bool Read(bool isStart)
    {
        var sources = PromptFolders.Read(_options.Directory);
        var builder = new PromptSetBuilder(_set, new PromptCheck(_kernel.Plugins, _options.MaxTokens), _gate, _log);
        if (sources is null)
        {
            // The folder is out of reach, not empty: everything goes on.
            builder.MarkUnreachable();
        }

        var changes = sources is null ? [] : builder.Changes(sources).ToDictionary(StringComparer.Ordinal);
        foreach (var (folder, source) in changes.Where(change => isStart || HasSettled(change.Key, change.Value)).ToList())
        {
            builder.Apply(folder, source);
            changes.Remove(folder);
        }

        foreach (var settled in _pending.Keys.Except(changes.Keys, StringComparer.Ordinal).ToList())
        {
            _pending.Remove(settled);
        }

        _set = builder.Build(_shares);
        return _pending.Count > 0;
    }

    private bool HasSettled(string folder, PromptSource? source)
    {
        var fingerprint = source?.Fingerprint ?? "";
        if (_pending.TryGetValue(folder, out var pending) && pending.Fingerprint == fingerprint)
        {
            return _time.GetElapsedTime(pending.Since) >= TimeSpan.FromMilliseconds(_options.SettleMilliseconds);
        }

        _pending[folder] = (fingerprint, _time.GetTimestamp());
        return false;
    }

    private static AzuSenaException NoSuchVariant(string name, PromptSet set)
    {
        var variants = set.Prompts.Where(prompt => prompt.Version.Name == name).Select(prompt => prompt.Version.Variant ?? PromptName.Base);
        return new AzuSenaException(ErrorCode.RequestInvalid, PromptTexts.Get("variant_unknown", string.Join(", ", variants)));
    }

    private static SettingsException Unknown(string name, PromptSet set) =>
        new(PromptTexts.Get("prompt_unknown", name, string.Join(", ", set.Prompts.Select(prompt => prompt.Version.Name).Distinct(StringComparer.Ordinal))));

    private SettingsException NeverGood(IReadOnlyList<string> names, PromptSet set)
    {
        var problems = set.Problems.Where(problem => names.Any(name => problem.File.StartsWith($"{name}/", StringComparison.Ordinal)) || problem.Rule == PromptSet.Unreachable);
        return new SettingsException(string.Join(
            Environment.NewLine,
            problems.Select(problem => $"{problem.Place}: {problem.Message}").Prepend(PromptTexts.Get("never_good", string.Join(", ", names), _options.Directory))));
    }
}
