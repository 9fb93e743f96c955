namespace AzuSena.Plugins.Sena;

/// <summary>The number of apprentices that a company must have: Ley 789 de 2002, article 33.</summary>
internal static class ApprenticeQuota
{
    /// <summary>From so many workers a company is obliged.</summary>
    public const int FirstObliged = 15;

    private const int Group = 20;
    private const int Fraction = 10;

    /// <summary>One for each 20 workers and one more for a fraction of 10 or more; one from 15 workers on.</summary>
    public static int Of(int workers) => workers < FirstObliged ? 0 : Math.Max(1, (workers / Group) + (workers % Group >= Fraction ? 1 : 0));
}
