namespace AzuSena.Plugins.Calendar;

/// <summary>A day of rest that Colombian law gives.</summary>
/// <param name="Date">The day that is free.</param>
/// <param name="Feast">The day of the feast itself: the same, or up to six days before a free Monday.</param>
/// <param name="Name">Its name in Spanish.</param>
internal sealed record Holiday(DateOnly Date, DateOnly Feast, string Name);
