namespace AzuSena.Memory.Reading;

public sealed class ReadingWindowTests
{
    private static readonly (int Start, int Separator) Special = (101, 102);

    [Fact]
    public void Around_ShortPassage_HoldsQuestionHeadingAndAllUnits()
    {
        var window = ReadingWindow.Around([1, 2], [3], [[10], [20, 21], [30]], target: 1, Special);

        window.Ids.Should().Equal(101, 1, 2, 102, 3, 10, 20, 21, 30, 102);
        window.TextStart.Should().Be(4);
        window.Units.Should().Equal(-1, -1, -1, -1, -1, 0, 1, 1, 2, -1);
    }

    [Fact]
    public void Around_LongPassage_AddsWholeNeighboursOnBothSidesWhileTheyFit()
    {
        int[][] units = [Tokens(50), Tokens(40), Tokens(20), Tokens(40), Tokens(50)];

        var window = ReadingWindow.Around(Tokens(10), [], units, target: 2, Special);

        window.Ids.Length.Should().Be(113);
        Owners(window).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void Around_NeighbourThatDoesNotFit_TakesTheOtherSide()
    {
        var window = ReadingWindow.Around(Tokens(10), [], [Tokens(100), Tokens(20), Tokens(40), Tokens(40)], target: 1, Special);

        Owners(window).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void Around_UnitLongerThanTheRoom_IsCut()
    {
        var window = ReadingWindow.Around(Tokens(10), Tokens(30), [Tokens(500)], target: 0, Special);

        window.Ids.Length.Should().Be(128);
        window.Units.Count(unit => unit == 0).Should().Be(128 - 3 - 10 - 16);
    }

    [Fact]
    public void Around_LongQuestion_IsCut()
    {
        var window = ReadingWindow.Around(Tokens(60), [], [Tokens(4)], target: 0, Special);

        window.TextStart.Should().Be(2 + 36);
        window.Ids.Length.Should().Be(2 + 36 + 4 + 1);
    }

    [Fact]
    public void Around_EmptyUnits_AreNoError() =>
        ReadingWindow.Around([], [], [[], [5], []], target: 0, Special).Ids.Should().Equal(101, 102, 5, 102);

    private static int[] Tokens(int count) => [.. Enumerable.Range(1000, count)];

    private static IEnumerable<int> Owners(ReadingWindow window) => window.Units.Where(unit => unit >= 0).Distinct();
}
