using AzuSena.Evaluation.Calibration;

namespace AzuSena.Cli.Tests.Evaluation;

public sealed class SoftmaxRegressionTests
{
    private const int Questions = 600;
    private const int Quotes = 6;

    [Fact]
    public void Fit_QuotesChosenByKnownWeights_RecoversThem()
    {
        double[] known = [1.5, -2, 0, 0.5];

        var fitted = SoftmaxRegression.Fit(Chosen(known, scale: 1), known.Length, penalty: 0.1);

        fitted.Zip(known).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 0.3);
    }

    [Fact]
    public void Fit_FeatureInOtherUnits_HasItsWeightInThem()
    {
        var fitted = SoftmaxRegression.Fit(Chosen([1.5, -2], scale: 100), 2, penalty: 0.1);

        (100 * fitted[0]).Should().BeApproximately(1.5, 0.3);
    }

    [Fact]
    public void Fit_SeveralAnswers_AreAllRight()
    {
        var examples = Enumerable.Range(0, 50).Select(i => new QuoteExample(
            [([1.0, 0.0], 0, true), ([1.0, 1.0], 0, true), ([0.0, i % 2], 0, false)])).ToList();

        var weights = SoftmaxRegression.Fit(examples, 2, penalty: 1);

        weights[0].Should().BePositive();
        Math.Abs(weights[1]).Should().BeLessThan(weights[0] / 5);
    }

    [Fact]
    public void Fit_ConstantFeature_WeighsNothing()
    {
        var examples = Chosen([2.0], scale: 1).ConvertAll(example =>
            new QuoteExample([.. example.Quotes.Select(quote => (new[] { quote.Features[0], 7.0 }, 0.0, quote.Answers))]));

        var weights = SoftmaxRegression.Fit(examples, 2, penalty: 1);

        weights[1].Should().Be(0);
        weights[0].Should().BeApproximately(2, 0.4);
    }

    [Fact]
    public void Fit_WhatIsWeightedByHandTellsAlready_GetsNoWeight()
    {
        var examples = Enumerable.Range(0, 50).Select(_ => new QuoteExample([([1.0], 50, true), ([0.0], 0, false)])).ToList();

        SoftmaxRegression.Fit(examples, 1, penalty: 1)[0].Should().BeApproximately(0, 0.01);
    }

    [Fact]
    public void Fit_QuotesThatAreAlwaysToldApart_HaveFiniteWeights()
    {
        var examples = Enumerable.Range(0, 50).Select(i => new QuoteExample([([1000.0 + i], 0, true), ([0.0], 0, false)])).ToList();

        SoftmaxRegression.Fit(examples, 1, penalty: 0).Should().OnlyContain(weight => double.IsFinite(weight) && weight > 0);
    }

    [Fact]
    public void Fit_MorePenalty_MakesSmallerWeights()
    {
        var examples = Chosen([2.0, -1], scale: 1);

        Math.Abs(SoftmaxRegression.Fit(examples, 2, penalty: 1000)[0]).Should().BeLessThan(Math.Abs(SoftmaxRegression.Fit(examples, 2, penalty: 1)[0]));
    }

    [Fact]
    public void Fit_SameData_GivesTheSameWeights()
    {
        var examples = Chosen([1.0, 1], scale: 1);

        SoftmaxRegression.Fit(examples, 2, penalty: 1).Should().Equal(SoftmaxRegression.Fit(examples, 2, penalty: 1));
    }

    // Of each question's quotes the one that answers is drawn by the softmax of the known weights.
    private static List<QuoteExample> Chosen(double[] weights, double scale)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, Questions).Select(_ =>
        {
            var quotes = Enumerable.Range(0, Quotes).Select(_ => weights.Select(_ => random.NextDouble() * 2).ToArray()).ToArray();
            var shares = quotes.Select(quote => Math.Exp(quote.Zip(weights, (value, weight) => value * weight).Sum())).ToArray();
            var drawn = random.NextDouble() * shares.Sum();
            var chosen = 0;
            while (chosen < Quotes - 1 && (drawn -= shares[chosen]) > 0)
            {
                chosen++;
            }

            return new QuoteExample(
                [.. quotes.Select((quote, i) => (quote.Select((value, at) => at == 0 ? value * scale : value).ToArray(), 0.0, i == chosen))]);
        })];
    }
}
