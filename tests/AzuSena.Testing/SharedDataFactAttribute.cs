namespace AzuSena.Testing;

/// <summary>A test over data that lies beside the repository on development machines; skipped, and said so, where it does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(params string[] files)
    {
        var missing = files.Where(file => Repository.SharedData(file) is null).ToArray();
        if (missing.Length > 0)
        {
            Skip = $"The data is not on this machine: {string.Join(", ", missing)}";
        }
    }
}
