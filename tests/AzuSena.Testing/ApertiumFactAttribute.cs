using AzuSena.Memory.Translation;

namespace AzuSena.Testing;

/// <summary>A test that needs Apertium's Spanish to English; skipped, and said so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApertiumFactAttribute : FactAttribute
{
    public const string Direction = "spa-eng";

    public ApertiumFactAttribute() => Skip = ApertiumMode.WhyMissing(Direction);
}
