using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AzuSena.Prompts.Variants;

/// <summary>The share of answers for each variant. The same key always gets the same variant, so that a conversation stays consistent.</summary>
internal sealed class VariantShares
{
    private const int Whole = 100;
    private readonly List<VariantShare> _shares;

    private VariantShares(List<VariantShare> shares) => _shares = shares;

    /// <summary>All configured shares.</summary>
    public IReadOnlyList<VariantShare> All => _shares;

    /// <summary>Parses <c>Group/Name.variant:percent, …</c>; false if the text has another form or the shares of a prompt exceed 100 percent.</summary>
    public static bool TryParse(string text, out VariantShares shares)
    {
        shares = new VariantShares([]);
        foreach (var entry in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = entry.LastIndexOf(':');
            var folder = entry[..Math.Max(colon, 0)].TrimEnd();
            var (name, variant) = PromptName.Split(folder);
            if (!PromptName.IsWellFormed(folder) || variant is null
                || !double.TryParse(
                    entry[(colon + 1)..],
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite,
                    CultureInfo.InvariantCulture,
                    out var percent)
                || percent > Whole)
            {
                return false;
            }

            shares._shares.Add(new VariantShare(name, variant, percent));
        }

        return shares._shares.GroupBy(share => share.Name)
            .All(prompt => prompt.Sum(share => share.Percent) <= Whole
                && prompt.DistinctBy(share => share.Variant).Count() == prompt.Count());
    }

    /// <summary>The variant for this key; null for the prompt itself.</summary>
    public string? Choose(string name, string key)
    {
        var point = PointOf(name, key);
        foreach (var share in _shares.Where(share => share.Name == name))
        {
            if (point < share.Percent)
            {
                return share.Variant;
            }

            point -= share.Percent;
        }

        return null;
    }

    // From 0 up to 100, distributed evenly over the keys, and reproducible across machines and runs. Including the name makes two trials select different
    // users.
    private static double PointOf(string name, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{key}"));
        return Whole * (BitConverter.ToUInt32(hash) / (uint.MaxValue + 1.0));
    }
}

/// <summary>The share of one variant.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Percent">0 to 100.</param>
internal sealed record VariantShare(string Name, string Variant, double Percent);
