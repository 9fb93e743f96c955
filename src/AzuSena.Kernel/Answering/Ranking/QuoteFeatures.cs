namespace AzuSena.Answering.Ranking;

/// <summary>What distinguishes the quote that answers a question from others; shares are of the question's idf mass, 0 to 1.</summary>
public enum QuoteFeature
{
    /// <summary>Share in the unit; of a list, in its lead-in and its best item.</summary>
    Own,

    /// <summary>Share in the unit, its neighbours and its heading.</summary>
    Near,

    /// <summary>Share in the paragraph.</summary>
    Paragraph,

    /// <summary>Share in the section with its heading.</summary>
    Section,

    /// <summary>Share in the unit, its heading and the document's title.</summary>
    Context,

    /// <summary>Share in the whole passage with its title.</summary>
    Passage,

    /// <summary>Share in the heading, without the words of the title.</summary>
    Heading,

    /// <summary>The same for the first unit under the heading.</summary>
    HeadingFirst,

    /// <summary>Share in the title.</summary>
    Title,

    /// <summary>Share of the title's terms that the question names.</summary>
    TitleNamed,

    /// <summary>Mass of what was said around the question that the unit and its heading hold.</summary>
    Background,

    /// <summary>The passage's search score over the best one's.</summary>
    Search,

    /// <summary>The passage's cosine over the best one's; 0 without vectors.</summary>
    Nearness,

    /// <summary>
    /// The cosine of the unit's own vector, less the mean of all units found, in standard deviations: comparable between embedding models. 0 without vectors of
    /// units.
    /// </summary>
    Closeness,

    /// <summary>Share of the heading's terms, without those of the title, that the question names.</summary>
    HeadingNamed,

    /// <summary>1 if the unit or its heading denies what the question denies, −1 if they affirm it, 0 if the question denies nothing.</summary>
    Denial,

    /// <summary>Share of the question's adjacent terms that the unit or its heading holds adjacent.</summary>
    Pairs,

    /// <summary>1 if the unit holds what the question's kind asks for, −1 if not, 0 if that does not show.</summary>
    Kind,

    /// <summary>The same for kinds that cannot be put in other words.</summary>
    StrictKind,

    /// <summary>The same for an amount.</summary>
    KindAmount,

    /// <summary>The same for a length of time.</summary>
    KindDuration,

    /// <summary>The same for a count.</summary>
    KindCount,

    /// <summary>The same for a date.</summary>
    KindDate,

    /// <summary>The same for a norm.</summary>
    KindNorm,

    /// <summary>The same for a place.</summary>
    KindPlace,

    /// <summary>The same for a person.</summary>
    KindPerson,

    /// <summary>The same for steps.</summary>
    KindSteps,

    /// <summary>The same for a reason.</summary>
    KindCause,

    /// <summary>The same for a comparison.</summary>
    KindComparison,

    /// <summary>Share of the named mass that the unit defines, if a definition is asked for.</summary>
    Defines,

    /// <summary>1 if the heading announces the question's kind and shares a term with it.</summary>
    HeadingKind,

    /// <summary>1 if the heading announces another kind.</summary>
    OtherHeadingKind,

    /// <summary>1 if the unit refers back to the one before it.</summary>
    RefersBack,

    /// <summary>1 if it is the first unit under its heading.</summary>
    First,

    /// <summary>Its position in the passage, 0 to 1.</summary>
    Position,

    /// <summary>1 if it is a list.</summary>
    List,

    /// <summary>1 if it is a list and the question asks neither for steps nor for an enumeration.</summary>
    UnaskedList,

    /// <summary>Square root of the share of its own terms that the question names.</summary>
    Density,

    /// <summary>Share of the question's numbers that it holds.</summary>
    Numbers,

    /// <summary>1 if it only says where to ask.</summary>
    Refers,

    /// <summary>
    /// Similarity to the question of the most similar one that the document's author listed for the section (<c>preguntas</c>): the share of the idf mass in it
    /// times the share of its terms that the question names, 0 to 1; less for units after the first.
    /// </summary>
    Asked,

    /// <summary>
    /// What the reader says: the log odds that the quote answers, less those of the best quote; at least -12, 0 for all if nothing was read. A quote that was
    /// not read gets the lowest of those that were.
    /// </summary>
    Read,
}

/// <summary>The values of the features of a quote.</summary>
public sealed class QuoteFeatures
{
    /// <summary>The number of features.</summary>
    public static readonly int Count = Enum.GetValues<QuoteFeature>().Length;

    private readonly double[] _values = new double[Count];

    /// <summary>The value of a feature.</summary>
    public double this[QuoteFeature feature]
    {
        get => _values[(int)feature];
        init => _values[(int)feature] = value;
    }

    /// <summary>All values, in the order of <see cref="QuoteFeature"/>.</summary>
    public ReadOnlySpan<double> Values => _values;

    internal void Set(QuoteFeature feature, double value) => _values[(int)feature] = value;
}
