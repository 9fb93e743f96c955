namespace AzuSena.Api.Supervision;

/// <summary>Puts every hosted service of the product under supervision.</summary>
internal static class SupervisionSetup
{
    private const string OurNamespace = "AzuSena";

    /// <summary>Supervises the hosted services that were registered before by their type.</summary>
    public static IServiceCollection SuperviseHostedServices(this IServiceCollection services)
    {
        services.AddSingleton<BackgroundHealth>();
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index] is { ServiceType: var service, IsKeyedService: false, ImplementationType: { } type }
                && service == typeof(IHostedService)
                && type.Namespace?.Split('.')[0] == OurNamespace)
            {
                services[index] = ServiceDescriptor.Singleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<SupervisedService>(provider, type));
                services.AddTransient(type);
            }
        }

        return services;
    }
}
