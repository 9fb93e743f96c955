using System.ComponentModel.DataAnnotations;

namespace AzuSena.Feedback;

/// <summary>Which answers can be rated, and how long ratings are kept.</summary>
public sealed class FeedbackOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Feedback";

    /// <summary>Days after a rating that it is forgotten.</summary>
    /// <value>The default is 180: it holds what somebody asked, and is of use only until somebody made an evaluation case of it.</value>
    [Range(1, 3650, ErrorMessage = "Feedback__RetentionDays debe ser un número entero de 1 a 3650.")]
    public int RetentionDays { get; set; } = 180;

    /// <summary>How many of the last answers are remembered so that they can be rated.</summary>
    /// <value>The default is 2000.</value>
    [Range(1, 1_000_000, ErrorMessage = "Feedback__RecentAnswers debe ser un número entero de 1 a 1000000.")]
    public int RecentAnswers { get; set; } = 2000;
}
