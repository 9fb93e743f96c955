using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AzuSena.Architecture.Tests;

/// <summary>One type of the product that needs another.</summary>
/// <param name="From">The type whose declaration or code names the other; a nested type counts as the one it stands in.</param>
/// <param name="To">The type that is named.</param>
internal readonly record struct TypeDependency(TypeDefinition From, TypeDefinition To);

/// <summary>
/// Reads from the assemblies which types of the product need which: in signatures, attributes and method bodies. What the compiler removes, such as the value
/// of a constant or <c>nameof</c>, leaves no trace.
/// </summary>
internal static class TypeDependencies
{
    public static IReadOnlyList<TypeDependency> Read(IEnumerable<ModuleDefinition> modules)
    {
        var types = modules.SelectMany(module => module.Types).Where(type => type.Namespace.Length > 0).ToList();
        var known = types.DistinctBy(type => type.FullName).ToDictionary(type => type.FullName, StringComparer.Ordinal);
        return [.. types.SelectMany(type => Named(type)
            .SelectMany(Parts)
            .Select(part => Outermost(part).FullName)
            .Distinct(StringComparer.Ordinal)
            .Where(name => name != type.FullName && known.ContainsKey(name))
            .Select(name => new TypeDependency(type, known[name])))];
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static IEnumerable<TypeReference> Named(TypeDefinition type) =>
    [
        .. type.BaseType is null ? [] : new[] { type.BaseType },
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.GenericParameters.SelectMany(Constraints),
        .. Attributes(type),
        .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
        .. type.Methods.SelectMany(Named),
        .. type.NestedTypes.SelectMany(Named),
    ];

    private static IEnumerable<TypeReference> Named(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.SelectMany(parameter => Attributes(parameter).Append(parameter.ParameterType)),
        .. method.GenericParameters.SelectMany(Constraints),
        .. Attributes(method),
        .. method.HasBody ? Named(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> Named(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Where(handler => handler.CatchType is not null).Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, method.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => Array.Empty<TypeReference>(),
        }),
    ];

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) => parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType));

    // A generic type, an array or a pointer to a function names what it is made of.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        FunctionPointerType pointer => pointer.Parameters.Select(parameter => parameter.ParameterType).Append(pointer.ReturnType).SelectMany(Parts),
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
