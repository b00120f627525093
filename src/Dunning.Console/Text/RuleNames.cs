namespace Dunning.Console.Text;

/// <summary>What the guardrails object to, in a few words each.</summary>
public static class RuleNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["G01"] = "legal threat", ["G02"] = "threat with an agency, bureau or third party", ["G03"] = "admission of fault",
        ["G04"] = "discount or waiver without a grant", ["G05"] = "extension or plan without a grant", ["G06"] = "fee, interest or suspension without a fact",
        ["G07"] = "confirms a receipt the ledger does not know", ["G08"] = "harassing or shouting", ["G09"] = "placeholder or machine artefact",
        ["G10"] = "impersonation or missing disclosure", ["G11"] = "another customer's data", ["G12"] = "asks for credentials", ["G13"] = "amount without a source",
        ["G14"] = "amount beside the wrong invoice", ["G15"] = "total is not the sum", ["G16"] = "date without a source", ["G17"] = "wrong days overdue",
        ["G18"] = "unknown invoice number", ["G19"] = "bank details differ from the registry", ["G20"] = "link, address or phone not on the list",
        ["G21"] = "digit or number word without a source", ["G22"] = "wrong name or salutation", ["G23"] = "recipient is no verified contact",
        ["G24"] = "unsafe header", ["G25"] = "wrong or mixed language", ["G26"] = "something mandatory is missing", ["G27"] = "tone outside the stage",
        ["G28"] = "too long or hard to read", ["G29"] = "active or hidden HTML", ["G30"] = "wrong or unsafe attachment", ["G31"] = "contact is paused",
        ["G32"] = "too often, or outside the contact hours", ["G33"] = "beyond stage, amount or autonomy", ["G34"] = "facts are out of date",
        ["G35"] = "repeats words of the customer's mail", ["G36"] = "secret or internal data", ["G37"] = "signs of manipulation in the thread",
    };

    /// <summary>The rule's words; its id when it has none here.</summary>
    public static string Of(string rule) => Names.GetValueOrDefault(rule, rule);
}
