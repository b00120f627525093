using Dunning.Connectors.Models;
using Dunning.Flows.Drafting.Models;

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

    [Fact]
    public void Drafting_is_off_unless_it_is_asked_for_and_needs_a_model()
    {
        (string, string)[] model = [("DUNNING_MODEL_PROVIDER", "openai"), ("DUNNING_MODEL", "small"), ("DUNNING_MODEL_URL", "http://127.0.0.1:11434/v1")];
        var plain = Read(model)!;
        (plain.Drafting, plain.TokensPerCase, plain.Retries, plain.DraftingLimit).ShouldBe((DraftingMode.Off, 200_000L, 2, TimeSpan.FromSeconds(45)));
        var told = Read([.. model, ("DUNNING_MODEL_DRAFTING", "prose"), ("DUNNING_MODEL_TOKENS_PER_CASE", "5000"), ("DUNNING_MODEL_RETRIES", "0"), ("DUNNING_MODEL_DRAFTING_TIMEOUT_SECONDS", "7"), ("DUNNING_MODEL_PRICE_IN", "0.15"), ("DUNNING_MODEL_PRICE_OUT", "0.60")])!;
        (told.Drafting, told.TokensPerCase, told.Retries, told.DraftingLimit).ShouldBe((DraftingMode.Prose, 5_000L, 0, TimeSpan.FromSeconds(7)));
        Read(("DUNNING_MODEL_DRAFTING", "off")).ShouldBeNull();
        Should.Throw<ModelOptionsException>(() => Read(("DUNNING_MODEL_DRAFTING", "plan"))).Message.ShouldContain("DUNNING_MODEL_PROVIDER is not set");
        foreach (var (name, value) in new[] { ("DUNNING_MODEL_DRAFTING", "Plan"), ("DUNNING_MODEL_TOKENS_PER_CASE", "0"), ("DUNNING_MODEL_RETRIES", "6"), ("DUNNING_MODEL_DRAFTING_TIMEOUT_SECONDS", "x"), ("DUNNING_MODEL_PRICE_IN", "cheap"), ("DUNNING_MODEL_PRICE_OUT", "2,5"), ("DUNNING_MODEL_PRICE_OUT", "1") })
            Should.Throw<ModelOptionsException>(() => Read([.. model, (name, value)])).Message.ShouldContain(name);
    }

    private static ModelOptions? Read(params (string Name, string Value)[] set) => ModelOptions.Read(name => set.FirstOrDefault(pair => pair.Name == name).Value);
}
