using System.ComponentModel.DataAnnotations;

namespace AzuSena.Feedback;

/// <summary>Which answers can be rated, and how long ratings are stored.</summary>
public sealed class FeedbackOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Feedback";

    /// <summary>Days until a rating expires.</summary>
    /// <value>The default is 180: a rating contains a user's question, and is only needed until an evaluation case is made from it.</value>
    [Range(1, 3650, ErrorMessage = "Feedback__RetentionDays debe ser un número entero de 1 a 3650.")]
    public int RetentionDays { get; set; } = 180;

    /// <summary>How many recent answers are kept in memory so that they can be rated.</summary>
    /// <value>The default is 2000.</value>
    [Range(1, 1_000_000, ErrorMessage = "Feedback__RecentAnswers debe ser un número entero de 1 a 1000000.")]
    public int RecentAnswers { get; set; } = 2000;
}
