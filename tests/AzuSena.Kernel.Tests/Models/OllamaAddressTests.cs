namespace AzuSena.Models;

public sealed class OllamaAddressTests
{
    [Theory]
    [InlineData("localhost", "http://localhost:11434/")]
    [InlineData(" modelo ", "http://modelo:11434/")]
    [InlineData("192.168.1.5", "http://192.168.1.5:11434/")]
    [InlineData("0.0.0.0", "http://127.0.0.1:11434/")]
    [InlineData("0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("::1", "http://[::1]:11434/")]
    [InlineData("[::]:9000", "http://[::1]:9000/")]
    [InlineData("http://modelo", "http://modelo:11434/")]
    [InlineData("http://modelo:80", "http://modelo:80/")]
    [InlineData("http://127.0.0.1:11500/", "http://127.0.0.1:11500/")]
    [InlineData("https://modelo.example.co", "https://modelo.example.co:443/")]
    [InlineData("https://example.co/ollama", "https://example.co:443/ollama/")]
    public void Parse_WhatPeopleWrite_IsTheServersUrl(string host, string url) =>
        OllamaAddress.Parse(host, 11_434).Should().Be(new Uri(url));

    [Theory]
    [InlineData("ftp://modelo")]
    [InlineData("http://")]
    [InlineData("mi servidor")]
    [InlineData("modelo:puerto")]
    public void Parse_NoAddress_IsNull(string host) => OllamaAddress.Parse(host, 11_434).Should().BeNull();
}
