using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace AzuSena.SamplePlugins;

/// <summary>Each breaks the contract in one way.</summary>
public static class BadPlugins
{
    public abstract class Abstract
    {
        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet() => "Hola";
    }

    public sealed class WithoutFunctions
    {
        [KernelFunction("hidden")]
        [Description("No es pública.")]
        internal string Hidden() => "Hola";
    }

    public sealed class WithoutDescription
    {
        [KernelFunction("greet")]
        public string Greet() => "Hola";
    }

    public sealed class WithoutParameterDescription
    {
        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet(string name) => name;
    }

    public sealed class Demanding(IDisposable something)
    {
        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet() => something.ToString()!;
    }

    public sealed class ThrowsAtStart
    {
        public ThrowsAtStart() => throw new InvalidOperationException("No arranca.");

        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet() => "Hola";
    }

    public sealed class ThrowsInType
    {
        private static readonly string Word = Environment.GetEnvironmentVariable("THIS_IS_NOT_SET_ANYWHERE")
            ?? throw new InvalidOperationException("No hay palabra.");

        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet() => Word;
    }

    public sealed class HangsAtStart
    {
        public HangsAtStart() => Endless.Wait();

        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet() => "Hola";
    }

    public sealed class Hangs
    {
        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet()
        {
            Endless.Wait();
            return "Hola";
        }

        [KernelFunction("wait")]
        [Description("Espera hasta que lo interrumpan.")]
        public async Task<string> WaitAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return "Hola";
        }
    }

    public sealed class Throws
    {
        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet() => throw new InvalidOperationException("Hoy no.");
    }

    public sealed class Exits
    {
        [KernelFunction("greet")]
        [Description("Se lleva el proceso.")]
        public string Greet()
        {
            Environment.Exit(7);
            return "Hola";
        }
    }

    public sealed class Reaching
    {
        [KernelFunction("greet")]
        [Description("Usa un ensamblado de AzuSENA.")]
        public string Greet() => System.Reflection.Assembly.Load("AzuSena.Kernel").FullName!;
    }

    public sealed class Generic<T>
    {
        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet() => typeof(T).Name;
    }

    internal sealed class Hidden
    {
        [KernelFunction("greet")]
        [Description("Saluda.")]
        public string Greet() => "Hola";
    }

    private static class Endless
    {
        public static void Wait() => new ManualResetEventSlim().Wait();
    }
}
