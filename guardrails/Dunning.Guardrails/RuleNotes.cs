namespace Dunning.Guardrails;

/// <summary>What a person should know about a rule beyond its one line.</summary>
/// <param name="Ground">The law, standard or policy behind it, for orientation; it is no legal advice.</param>
/// <param name="Misses">What it does not catch, so that nobody leans on it there.</param>
public sealed record RuleNote(string Ground, string Misses);

/// <summary>The notes of all rules, by id; the pages in <c>guardrails/rules</c> are written from them.</summary>
public static class RuleNotes
{
    private const string Figures = "Own policy: a figure in a message is a fact of the ledger or it is not there. A wrong claim is a misleading practice (Directive 2005/29/EC, article 6).";
    private const string Wording = "Turns of phrase that neither the vocabulary nor the classifier knows, irony, and an act spread over several sentences.";

    /// <summary>The note of a rule.</summary>
    /// <exception cref="KeyNotFoundException">There is no rule of that id.</exception>
    public static RuleNote Of(string id) => Notes[id];

    private static readonly Dictionary<string, RuleNote> Notes = new(StringComparer.Ordinal)
    {
        ["G01"] = new("Directive 2005/29/EC, articles 8 and 9 (threat of an action that cannot lawfully be taken); German UWG § 4a, which protects companies too; United States: 15 U.S.C. § 1692e(5). Own policy: whether to go to law is decided by people.", Wording + " A veiled threat (\"the file leaves our hands\") passes when it names nothing and resembles no sentence learned."),
        ["G02"] = new("GDPR articles 5 and 6 (telling others about a debt needs a ground); German BDSG § 31 (2) for reports to credit bureaus; Directive 2005/29/EC, articles 8 and 9.", Wording + " The sale of a claim told as everyday practice, and hints that something is \"visible to others\"."),
        ["G03"] = new("German BGB §§ 212 and 781 (an acknowledgement binds and restarts limitation), with its counterparts elsewhere; terms of liability insurers usually forbid admissions.", Wording + " An apology that leaves open for what."),
        ["G04"] = new("A waiver that is accepted ends the claim: BGB § 397, Code civil article 1350, Código Civil article 1187, Codice civile article 1236, Burgerlijk Wetboek 6:160. Authority is a grant by a person in the facts.", Wording + " With a discount granted in the facts its wording is free: the percentage and the amounts are then held by G13."),
        ["G05"] = new("An extension moves the date from which default and interest run (BGB §§ 205, 286; Directive 2011/7/EU); for consumers it can be credit (Directive 2008/48/EC). Authority is a grant by a person in the facts.", Wording + " With a plan or an extension granted in the facts its wording is free: dates and amounts are then held by G13 and G16."),
        ["G06"] = new("Directive 2011/7/EU, articles 3 and 6, and BGB § 288 (interest and the lump sum are computed, not announced at will); BGB §§ 320 and 321 (withholding one's own performance has conditions).", Wording + " Pressure that only describes what might happen to a service that is not paid for."),
        ["G07"] = new("A receipt proves payment: BGB § 368, Code civil article 1342-8, Codice civile article 1199. Only bank and ledger know of it.", Wording + " Once the facts hold a payment its wording is free: which payment, and how much, is then held by G13 and G16."),
        ["G08"] = new("Directive 2005/29/EC, articles 8 and 9; UWG § 4a; United Kingdom: Administration of Justice Act 1970, section 40, and Protection from Harassment Act 1997.", Wording + " Cold or short messages that insult nobody; pressure through family or reputation without a word of the lists."),
        ["G09"] = new("Own policy: an unfinished message shows that nobody read it. Remains of a model also show how the service works (OWASP Top 10 for LLM applications).", "Placeholders that look like ordinary words, such as an invented name left in from a template."),
        ["G10"] = new("Regulation (EU) 2024/1689, article 50 (people are told that a system writes); German StGB § 132a (titles); Administration of Justice Act 1970, section 40 (pretended official capacity).", Wording + " A title before an invented name (\"Maître ...\") that no sentence explains."),
        ["G11"] = new("GDPR articles 5 (1) (f) and 32; Directive (EU) 2016/943 on trade secrets.", "Another customer described without name or number; names of a single word, which may be ordinary words."),
        ["G12"] = new("Directive (EU) 2015/2366, article 69 (the holder keeps credentials to herself); PCI DSS requirement 3.", Wording),
        ["G13"] = new(Figures, "An amount that is a fact, used for something it does not belong to where no invoice stands near; see G14 and G15."),
        ["G14"] = new(Figures, "Pairs parted by more than a sentence when the second one names neither invoice nor topic."),
        ["G15"] = new(Figures, "A sum of a selection that is named only by description (\"the older ones\")."),
        ["G16"] = new(Figures, "Dates told without figures and names of days (\"before the holidays\")."),
        ["G17"] = new(Figures, "Lateness told without a count (\"for a long time\")."),
        ["G18"] = new(Figures + " Another customer's invoice number is also a disclosure (GDPR article 5 (1) (f)).", "An invoice described instead of numbered."),
        ["G19"] = new("Own policy against invoice fraud; accounts change only with two people and a delay. Form of account numbers: ISO 13616.", "Domestic account numbers without the form of an IBAN are caught as numbers without a fact (G21), not here."),
        ["G20"] = new("Own policy against phishing: every link, address and number is one the creditor registered.", "What stands behind a registered link."),
        ["G21"] = new(Figures, "Quantities in words that name no number (\"several\", \"most of it\")."),
        ["G22"] = new("GDPR article 5 (1) (d) (accuracy).", "The right name with a wrong title or gender."),
        ["G23"] = new("GDPR article 5 (1) (f): account data goes to contacts the customer or the ledger named.", "A verified contact that has left the company meanwhile; a bounce or an answer shows it."),
        ["G24"] = new("RFC 5322, sections 2.2 and 3.4; RFC 5321, section 4.1.2; CWE-93.", "What mail servers on the way add."),
        ["G25"] = new("Own policy; for consumers terms must be plain and intelligible (Directive 93/13/EEC, article 5).", "Sentences too short to tell; languages other than the six are seen only as not being the right one."),
        ["G26"] = new("Directive (EU) 2017/1132, article 26, German GmbHG § 35a (what business letters state); own policy: a message can be answered.", "Register number and managers, which the creditor keeps in the signature."),
        ["G27"] = new("Own policy: the ladder of stages is set by people.", "A harsh tone without any of the words of a later stage; G08 judges insults."),
        ["G28"] = new("Own policy.", "Short texts that are hard to understand."),
        ["G29"] = new("RFC 2046, section 5.1.4 (alternatives say the same); own policy: nothing active, nothing hidden.", "How a given mail program draws what is allowed."),
        ["G30"] = new("GDPR article 5 (1) (f); own policy: only documents of this customer from the store, by hash.", "A document that is filed under the wrong invoice in the store itself."),
        ["G31"] = new("GDPR articles 18 and 21; German InsO § 87 (claims are pursued in the insolvency proceedings only); own policy for promises, disputes and plans.", "A reason to pause that is in no mail and no record yet."),
        ["G32"] = new("Administration of Justice Act 1970, section 40 (1) (a) (demands by their frequency); Directive 2005/29/EC, article 8.", "Messages people send outside the service and do not record."),
        ["G33"] = new("GDPR article 22; Regulation (EU) 2024/1689, article 14, as a guide to oversight by people.", "Whether the authority itself was given wisely."),
        ["G34"] = new("GDPR article 5 (1) (d); CWE-367 (what was checked may have changed when it is used).", "Money that has reached the bank and is in no import yet, within the allowed age of the ledger."),
        ["G35"] = new("OWASP Top 10 for LLM applications, LLM01 (prompt injection) and LLM05 (improper output handling).", "A stranger's thought in other words."),
        ["G36"] = new("GDPR articles 5 and 32; OWASP Top 10 for LLM applications, LLM02 and LLM07 (what the system knows stays inside).", Wording),
        ["G37"] = new("OWASP Top 10 for LLM applications, LLM01.", "Signs the reader of mails did not see; it takes autonomy away and judges no text itself."),
    };
}
