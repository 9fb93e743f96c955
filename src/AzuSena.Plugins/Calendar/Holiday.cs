namespace AzuSena.Plugins.Calendar;

/// <summary>A public holiday under Colombian law.</summary>
/// <param name="Date">The non-working day.</param>
/// <param name="Feast">The day of the feast itself: the same, or up to six days before a Monday holiday.</param>
/// <param name="Name">Its name in Spanish.</param>
/// <param name="Key">The feast, by the name of its text.</param>
internal sealed record Holiday(DateOnly Date, DateOnly Feast, string Name, string Key);
