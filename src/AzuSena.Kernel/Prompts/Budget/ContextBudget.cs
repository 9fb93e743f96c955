using System.Text;
using AzuSena.Passages;
using AzuSena.Prompts.Links;
using AzuSena.Spanish;

namespace AzuSena.Prompts.Budget;

/// <summary>
/// Decides what goes into a prompt: always the rules and the question, then passages by rank and turns by age as far as they fit. A larger context never drops
/// what a smaller one includes.
/// </summary>
/// <param name="contextTokens">The model's context size in tokens, including the answer.</param>
/// <param name="answerTokens">The tokens reserved for the answer.</param>
public sealed class ContextBudget(int contextTokens, int answerTokens)
{
    // History may take a quarter of the space; passages and history can each use what the other leaves.
    private const int HistoryPart = 4;
    private const string Between = "\n\n";
    private static readonly int SeparatorTokens = TokenEstimate.Of(Between);
    private static readonly int NoneTokens = TokenEstimate.Of(PromptWords.None);

    /// <summary>The budget of a prompt that may not be longer than a number of tokens, its data included; null for no limit of its own.</summary>
    public ContextBudget Within(int? promptTokens) =>
        promptTokens is { } most && most + answerTokens < contextTokens ? new ContextBudget(most + answerTokens, answerTokens) : this;

    /// <summary>Fits the data of a prompt into the budget.</summary>
    /// <param name="promptTokens">The tokens of the prompt itself (<see cref="Prompt.Tokens"/>), and of the tool descriptions, if any.</param>
    /// <param name="question">The question.</param>
    /// <param name="passages">The passages, best first.</param>
    /// <param name="history">The turns, oldest first.</param>
    /// <param name="wish">The caller's wish, if any.</param>
    public FittedContext Fit(
        int promptTokens, string question, IReadOnlyList<Passage> passages, IReadOnlyList<HistoryTurn> history, string? wish = null)
    {
        var inert = InertText.Of(question);
        var needed = promptTokens + TokenEstimate.Of(inert.Value) + (2 * NoneTokens);
        var whole = contextTokens - answerTokens - needed;
        var framed = new FramedWish(wish);
        var wishRoom = framed.RoomIn(whole);
        var room = whole - wishRoom;
        var links = new PassageLinks();
        var blocks = passages.Select((passage, i) => InertText.OfPassage(i + 1, passage)).Select(block => (block.Header, links.Hide(block.Body))).ToList();
        var turns = history.Select(InertText.OfTurn).ToList();
        var historyWish = turns.Sum(Cost);
        var passagesWish = blocks.Sum(block => Cost(Join(block)));

        var historyRoom = Math.Max(room / HistoryPart, room - passagesWish);
        var passagesRoom = Math.Max(room - (room / HistoryPart), room - historyWish);
        var kept = TakePassages(blocks, passagesRoom);
        var last = TakeTurns(turns, historyRoom);
        var tokens = needed + wishRoom + kept.Sum(Cost) + last.Sum(Cost);
        return new FittedContext(
            inert,
            Text(kept, Between),
            Text(last, "\n"),
            [.. passages.Take(kept.Count)],
            last.Count,
            tokens,
            Fits: room >= 0,
            links)
        {
            Wish = framed.Within(wishRoom),
        };
    }

    private static List<string> TakePassages(List<(string Header, string Body)> blocks, int room)
    {
        var kept = new List<string>();
        foreach (var block in blocks)
        {
            var whole = Join(block);
            if (Cost(whole) > room)
            {
                if (CutAtSentence(block, room) is { } part)
                {
                    kept.Add(part);
                }

                break;
            }

            kept.Add(whole);
            room -= Cost(whole);
        }

        return kept;
    }

    private static string? CutAtSentence((string Header, string Body) block, int room)
    {
        string? longest = null;
        foreach (var sentence in SentenceSplitter.Split(block.Body))
        {
            var part = Join((block.Header, block.Body[..sentence.End]));
            if (Cost(part) > room)
            {
                break;
            }

            longest = part;
        }

        return longest;
    }

    private static List<string> TakeTurns(List<string> turns, int room)
    {
        var kept = new List<string>();
        foreach (var turn in Enumerable.Reverse(turns))
        {
            room -= Cost(turn);
            if (room < 0)
            {
                break;
            }

            kept.Insert(0, turn);
        }

        return kept;
    }

    private static string Join((string Header, string Body) block) => new StringBuilder(block.Header).Append('\n').Append(block.Body).ToString();

    private static int Cost(string part) => TokenEstimate.Of(part) + SeparatorTokens;

    private static InertText Text(List<string> parts, string separator) =>
        InertText.FromParts(parts.Count == 0 ? PromptWords.None : string.Join(separator, parts));
}
