using AzuSena.Resources;

namespace AzuSena.Plugins.Calendar;

/// <summary>The texts of the plugin, from <c>CalendarTexts.resx</c>.</summary>
internal static class CalendarTexts
{
    private static readonly ResourceTexts Texts = new(typeof(CalendarTexts));

    public static string Get(string name) => Texts.Get(name);

    public static string Format(string name, params object[] values) => Texts.Format(name, values);

    /// <summary>The text for a number, <c>{0}</c>; a count of one has its own text, whose name ends in <c>One</c>.</summary>
    public static string Count(string name, int count, params object[] values) => Format(count == 1 ? name + "One" : name, [count, .. values]);
}
