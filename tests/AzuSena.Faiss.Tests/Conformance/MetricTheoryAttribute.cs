using System.Reflection;
using Xunit.Sdk;

namespace AzuSena.Faiss.Tests.Conformance;

/// <summary>A test of every kind of index, run with each metric; see <see cref="BothMetricsAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("AzuSena.Faiss.Tests.Conformance.MetricTheoryDiscoverer", "AzuSena.Faiss.Tests")]
public sealed class MetricTheoryAttribute : TheoryAttribute;

/// <summary>Both metrics, one after the other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothMetricsAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Metric.InnerProduct], [Metric.L2]];
}
