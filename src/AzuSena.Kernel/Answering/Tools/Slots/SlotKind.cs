namespace AzuSena.Answering.Tools.Slots;

/// <summary>The kinds of slots, by the names that patterns use.</summary>
public static class SlotKind
{
    /// <summary>A day.</summary>
    public const string Date = "fecha";

    /// <summary>A run of days; a slot <c>{from..to:periodo}</c> fills two parameters.</summary>
    public const string Period = "periodo";

    /// <summary>A calendar year.</summary>
    public const string Year = "año";

    /// <summary>A number, in digits or words.</summary>
    public const string Number = "numero";

    /// <summary>An amount of money.</summary>
    public const string Money = "dinero";

    /// <summary>A percentage.</summary>
    public const string Percentage = "porcentaje";

    /// <summary>A department or municipality.</summary>
    public const string Place = "lugar";

    /// <summary>One of the words that the pattern lists: <c>{stage:opcion(lectiva|productiva)}</c>.</summary>
    public const string Option = "opcion";

    /// <summary>Any words, from the literal before the slot to the one after it.</summary>
    public const string Text = "texto";

    /// <summary>The passages that the previous answer of the conversation cites.</summary>
    public const string Cited = "citado";

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<string> All = [Date, Period, Year, Number, Money, Percentage, Place, Option, Text, Cited];
}
