using Dunning.Connectors.Models;

namespace Dunning.Flows.Tests.Models;

public sealed class ModelOptionsTests
{
    [Fact]
    public void Without_a_provider_there_is_no_model() => ModelOptions.Read(_ => null).ShouldBeNull();

    [Fact]
    public void A_local_server_needs_no_key_and_defaults_are_stated()
    {
        var options = Read(("DUNNING_MODEL_PROVIDER", "openai"), ("DUNNING_MODEL", "small"), ("DUNNING_MODEL_URL", "http://127.0.0.1:11434/v1"))!;
        (options.Key, options.Limit, options.TokensPerDay).ShouldBe((null, TimeSpan.FromSeconds(20), 1_000_000L));
        Read(("DUNNING_MODEL_PROVIDER", "anthropic"), ("DUNNING_MODEL", "m"), ("DUNNING_MODEL_KEY", "s3cret"))!.ToString().ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("DUNNING_MODEL_PROVIDER", "bard"), InlineData("DUNNING_MODEL_PROVIDER", ""), InlineData("DUNNING_MODEL", ""), InlineData("DUNNING_MODEL_URL", "ftp://models.example/"), InlineData("DUNNING_MODEL_URL", "models")]
    [InlineData("DUNNING_MODEL_URL", "http://models.example/v1"), InlineData("DUNNING_MODEL_URL", "https://user:word@models.example/v1"), InlineData("DUNNING_MODEL_TIMEOUT_SECONDS", "0"), InlineData("DUNNING_MODEL_TIMEOUT_SECONDS", "soon")]
    [InlineData("DUNNING_MODEL_TOKENS_PER_DAY", "-1"), InlineData("DUNNING_MODEL_KEY_FILE", "/nowhere/key"), InlineData("DUNNING_MODEL_KEY", "")]
    public void A_wrong_setting_is_named(string name, string value)
    {
        var good = new Dictionary<string, string> { ["DUNNING_MODEL_PROVIDER"] = "anthropic", ["DUNNING_MODEL"] = "m", ["DUNNING_MODEL_KEY"] = "k" };
        good[name] = value;
        Should.Throw<ModelOptionsException>(() => ModelOptions.Read(variable => good.GetValueOrDefault(variable))).Message.ShouldContain("DUNNING_MODEL");
    }

    private static ModelOptions? Read(params (string Name, string Value)[] set) => ModelOptions.Read(name => set.FirstOrDefault(pair => pair.Name == name).Value);
}
