using Xunit.Abstractions;
using Xunit.Sdk;

namespace AzuSena.Faiss.Tests.Conformance;

/// <summary>Skips a theory where its class needs the native library and there is none: an attribute on the shared method cannot know its class.</summary>
public sealed class MetricTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        !FaissLibrary.IsAvailable && testMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsFaissAttribute)).Any()
            ? CreateTestCasesForSkip(discoveryOptions, testMethod, theoryAttribute, FaissFactAttribute.SkipReason)
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);

    protected override IEnumerable<IXunitTestCase> CreateTestCasesForSkip(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, string skipReason) =>
        [new SkippedTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];

    private sealed class SkippedTestCase : XunitTestCase
    {
        [Obsolete("For the de-serializer only.")]
        public SkippedTestCase()
        {
        }

        public SkippedTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
            : base(messages, display, options, method)
        {
        }

        protected override string GetSkipReason(IAttributeInfo factAttribute) => FaissFactAttribute.SkipReason;
    }
}
